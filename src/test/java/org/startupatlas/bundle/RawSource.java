package org.startupatlas.bundle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.startupatlas.record.Claim;

/**
 * A source in a raw cell, as a claim names it: the publisher is the host of the address, unless the page is a copy of
 * what another one published.
 */
record RawSource(String url, String publisher, String note) {
    private static final Pattern LINK = Pattern.compile("(https?://\\S+)(?: \\((.*)\\))?");
    private static final Pattern HOST = Pattern.compile("https?://(?:(?:www|m|amp)\\.)*([^/]+).*");
    private static final Pattern DATE_IN_ADDRESS = Pattern.compile("/((?:19|20)\\d\\d)/([01]\\d)/");

    /** Who is read in a copy, by a part of the address. */
    private static final Map<String, String> MIRRORED = Map.ofEntries(
            Map.entry("maghress.com/fr/aujourdhui/", "Aujourd’hui le Maroc"),
            Map.entry("maghress.com/fr/barlamanefr/", "Barlamane"),
            Map.entry("maghress.com/fr/challenge/", "Challenge (challenge.ma)"),
            Map.entry("maghress.com/fr/ecoactu/", "EcoActu"),
            Map.entry("maghress.com/fr/fr2m/", "2M"),
            Map.entry("maghress.com/fr/hespressfr/", "Hespress"),
            Map.entry("maghress.com/fr/lesechos/", "Les Échos quotidien"),
            Map.entry("maghress.com/fr/lesoir/", "Le Soir échos"),
            Map.entry("maghress.com/fr/lobservateur/", "L’Observateur du Maroc"),
            Map.entry("maghress.com/fr/lopinion/", "L’Opinion"),
            Map.entry("maghress.com/fr/mapfr/", "MAP"),
            Map.entry("journaux.ma/journal/aujourdhui", "Aujourd’hui le Maroc"),
            Map.entry("gitex_africa_2026_morocco_exhibitors.csv", "GITEX Africa Morocco"),
            Map.entry("github.com/isomerpages/imda-oin", "IMDA (imda-oin)"),
            Map.entry("github.com/PreAngel/pre-angel.com", "PreAngel (pre-angel.com)"),
            Map.entry("github.com/silverfoxy/JSCryptoMinerStudy", "Plug and Play (plugandplaytechcenter.com)"),
            Map.entry("test.daily8.com/", "Morocco World News"));

    /** The notes of claims, by the pattern of the note in brackets. */
    private static final Map<String, String> NOTES = Map.of(
            "directory as scraped in (.*)", "The directory was read in a copy ($1).",
            "as scraped in github (\\S+), (\\S+)", "The directory was read in a copy of $2 (https://github.com/$1).",
            "GITEX Africa Morocco 2026 exhibitor list, as kept there", "The exhibitor list of 2026 was read in a copy.",
            "as cited\\b.*", "A public list of deals cites this page; the page itself was not seen.",
            "StartupBlink 2025 as told by Morocco World News", "The article on StartupBlink 2025 was read in a copy.",
            "pagesource/plugandplaytechcenter.com", "The home page of 15 March 2018 was read in a copy.",
            "(_network/.*|docs/.*)", "The page was read in the file $1.",
            "seen in a copy", "The page was read in a copy.",
            "via github .*", "");

    /** Returns the sources of a cell, of which the first one is the main one. */
    static List<RawSource> all(String cell) {
        return Stream.of(cell.split(" \\| ")).map(RawSource::of).toList();
    }

    /** Returns the main source of a cell. */
    static RawSource first(String cell) {
        return all(cell).get(0);
    }

    private static RawSource of(String raw) {
        Matcher link = LINK.matcher(raw);
        if (link.matches()) {
            String url = link.group(1);
            return new RawSource(url, publisherOf(url), link.group(2) == null ? "" : noteOf(link.group(2)));
        }
        if (raw.endsWith("/sp500_pddl.csv")) {
            return new RawSource(null, "S&P 500 companies (PDDL)", "");
        }
        if (raw.startsWith("find_string index")) {
            return new RawSource(null, "UM6P Ventures", "The page of UM6P Ventures was read in a copy of its site.");
        }
        return new RawSource(null, "Technopark Morocco and Plug and Play", raw);
    }

    private static String publisherOf(String url) {
        return MIRRORED.entrySet().stream()
                .filter(mirror -> url.contains(mirror.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> HOST.matcher(url).replaceFirst("$1"));
    }

    private static String noteOf(String raw) {
        return NOTES.entrySet().stream()
                .filter(note -> raw.matches(note.getKey()))
                .map(note -> raw.replaceFirst(note.getKey(), note.getValue()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no note of claims for " + raw));
    }

    /** Returns whether the page is a copy, so that its host is not the publisher. */
    boolean isCopy() {
        return url == null || MIRRORED.containsValue(publisher) || note.contains("read in a copy");
    }

    /** Returns whether a claim names this source. */
    boolean isOf(Claim claim) {
        return isAt(claim) && publisher.equals(claim.publisher()) && isPublished(claim);
    }

    /** Returns whether a claim has the address and the note of this source. */
    boolean isAt(Claim claim) {
        return Objects.equals(url, claim.url())
                && (note.isEmpty() || claim.note() != null && claim.note().contains(note));
    }

    private boolean isPublished(Claim claim) {
        Matcher date = DATE_IN_ADDRESS.matcher(url == null ? "" : url);
        return !date.find()
                || claim.published() != null
                        && claim.published().text().startsWith(date.group(1) + "-" + date.group(2));
    }
}
