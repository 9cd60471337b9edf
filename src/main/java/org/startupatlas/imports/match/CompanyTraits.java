package org.startupatlas.imports.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What tells companies of one name apart: their country and the domain of their website. A company that has neither may
 * be any of the name.
 *
 * @param country the code, or null
 * @param domain the host of the website without {@code www.}, or null
 */
record CompanyTraits(String country, String domain) {

    /** Hosts of the pages of many companies. */
    private static final Set<String> SHARED_HOSTS = Set.of(
            "facebook.com",
            "fb.com",
            "instagram.com",
            "linkedin.com",
            "twitter.com",
            "x.com",
            "youtube.com",
            "tiktok.com",
            "linktr.ee",
            "sites.google.com",
            "play.google.com",
            "apps.apple.com",
            "github.com",
            "medium.com",
            "crunchbase.com",
            "wikipedia.org",
            "wa.me",
            "t.me");

    /** Returns the traits of a record, or of the values of a row. */
    static CompanyTraits of(JsonNode record) {
        return new CompanyTraits(
                record.path("country").textValue(),
                domain(record.path("website").textValue()).orElse(null));
    }

    /** Whether nothing tells the company apart from others of its name. */
    boolean isUnknown() {
        return country == null && domain == null;
    }

    /** Whether both have a country, or both a domain, and these differ. */
    boolean differsFrom(CompanyTraits other) {
        boolean isElsewhere = country != null && other.country != null && !country.equals(other.country);
        return isElsewhere || domain != null && other.domain != null && !isSameDomain(domain, other.domain);
    }

    /** A subdomain is the same: app.example.ma and example.ma. */
    private static boolean isSameDomain(String one, String other) {
        return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
    }

    private static Optional<String> domain(String website) {
        if (website == null) {
            return Optional.empty();
        }
        String host;
        try {
            host = URI.create(website.strip()).getHost();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty(); // the validation of the record refuses it
        }
        return Optional.ofNullable(host)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .map(name -> name.startsWith("www.") ? name.substring("www.".length()) : name)
                .filter(name -> SHARED_HOSTS.stream().noneMatch(shared -> isSameDomain(name, shared)));
    }
}
