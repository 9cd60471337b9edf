package org.startupatlas.bench.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/**
 * The organisations of the ROR corpus with their relations, as records of the network. A company that is nobody's parent
 * is a startup, every other organisation a partner. A relation between two partners is an agreement; one between a startup
 * and a partner a funding round that the partner joined; the network has no link between two startups.
 */
final class NetworkCorpus {

    /** What kinds of organisation are closest to, of the codes that the product brings along. */
    private static final Map<String, String> PARTNER_TYPES = Map.of(
            "education", "university",
            "company", "corporate",
            "facility", "rnd_center",
            "government", "government",
            "nonprofit", "support_org");

    /** In the ids of records that stand for relations; what day it is does not matter. */
    private static final long CREATED = 1_750_000_000_000L;

    /** Left out, because an import takes two organisations with the same id of another register for one. */
    private static final String EXTERNAL_IDS = "external_ids";

    private static final List<String> OF_PARTNERS = List.of(
            "id",
            "slug",
            "name",
            "other_names",
            "country",
            "city",
            "website",
            "sectors",
            "provenance");

    /** All organisations as startups, by their ROR id. */
    private final Map<String, ObjectNode> organisations = new LinkedHashMap<>();

    private final Map<String, List<String>> types = new HashMap<>();
    private final Set<String> parents = new HashSet<>();

    /** The relations that have both ends in the corpus, each once. */
    private final List<Relation> relations = new ArrayList<>();

    /** A relation without regard to its direction. */
    private record Relation(String one, String other) {

        static Relation of(String from, String to) {
            return from.compareTo(to) < 0 ? new Relation(from, to) : new Relation(to, from);
        }
    }

    /** The records of each resource as NDJSON, in the order in which they can be imported. */
    record Records(int organisations, int relations, Map<String, String> files) {

        Records {
            files = new LinkedHashMap<>(files);
        }

        long count(String resource) {
            return files.get(resource).lines().count();
        }
    }

    /**
     * Reads the corpus.
     *
     * @param corpus gzip
     * @param startups what {@code Corpus} writes of it: its organisations as startups, in the same order
     */
    static NetworkCorpus read(Path corpus, Path startups) throws IOException {
        NetworkCorpus read = new NetworkCorpus();
        Set<Relation> all = new LinkedHashSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(corpus)), StandardCharsets.UTF_8));
                BufferedReader records = Files.newBufferedReader(startups)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode organisation = Api.JSON.readTree(line);
                read.add(organisation, (ObjectNode) Api.JSON.readTree(records.readLine()), all);
            }
        }
        all.stream()
                .filter(relation -> !relation.one.equals(relation.other)
                        && read.organisations.containsKey(relation.one)
                        && read.organisations.containsKey(relation.other))
                .sorted(Comparator.comparing(relation -> shuffled(relation.toString())))
                .forEach(read.relations::add);
        return read;
    }

    private void add(JsonNode organisation, ObjectNode startup, Set<Relation> all) {
        String ror = organisation.get("id").textValue();
        organisations.put(ror, startup);
        List<String> ofIt = new ArrayList<>();
        organisation.get("types").forEach(type -> ofIt.add(type.textValue()));
        types.put(ror, ofIt);
        for (JsonNode relation : organisation.get("relationships")) {
            String other = relation.get("id").textValue();
            all.add(Relation.of(ror, other));
            switch (relation.get("type").textValue()) {
                case "child" -> parents.add(ror);
                case "parent" -> parents.add(other);
                default -> {
                    // says nothing of who is whose parent
                }
            }
        }
    }

    /** Returns a number that the text determines, for an order that means nothing. */
    private static UUID shuffled(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns a share of the startups, the partners and the relations, so that all grow alike: of both, the ends of the
     * relations first.
     *
     * @param divisor one of so many
     */
    Records records(int divisor) {
        List<Relation> kept = relations.subList(0, relations.size() / divisor);
        Set<String> chosen = new LinkedHashSet<>();
        kept.forEach(relation -> {
            chosen.add(relation.one);
            chosen.add(relation.other);
        });
        fill(chosen, true, divisor);
        fill(chosen, false, divisor);
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        List.of("partners", "startups", "agreements", "funding_rounds")
                .forEach(resource -> files.put(resource, new StringBuilder()));
        chosen.forEach(ror -> {
            if (isStartup(ror)) {
                append(files.get("startups"), organisations.get(ror).without(EXTERNAL_IDS));
            } else {
                append(files.get("partners"), partner(ror));
            }
        });
        kept.forEach(relation -> {
            if (!isStartup(relation.one) && !isStartup(relation.other)) {
                append(files.get("agreements"), agreement(relation));
            } else if (!isStartup(relation.one)) {
                append(files.get("funding_rounds"), round(relation.other, relation.one));
            } else if (!isStartup(relation.other)) {
                append(files.get("funding_rounds"), round(relation.one, relation.other));
            }
        });
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((resource, lines) -> texts.put(resource, lines.toString()));
        return new Records(chosen.size(), kept.size(), texts);
    }

    /** Adds startups, or partners, until there is the same share of them. */
    private void fill(Set<String> chosen, boolean withStartups, int divisor) {
        List<String> all = organisations.keySet().stream()
                .filter(ror -> isStartup(ror) == withStartups)
                .sorted(Comparator.comparing(NetworkCorpus::shuffled))
                .toList();
        long missing = all.size() / divisor - all.stream().filter(chosen::contains).count();
        all.stream().filter(ror -> !chosen.contains(ror)).limit(Math.max(0, missing)).toList().forEach(chosen::add);
    }

    private static void append(StringBuilder lines, ObjectNode record) {
        lines.append(record).append('\n');
    }

    private boolean isStartup(String ror) {
        return types.get(ror).contains("company") && !parents.contains(ror);
    }

    private ObjectNode partner(String ror) {
        ObjectNode partner = organisations.get(ror).deepCopy().retain(OF_PARTNERS);
        types.get(ror).stream()
                .map(PARTNER_TYPES::get)
                .filter(Objects::nonNull)
                .forEach(partner.withArray("types")::add);
        return partner;
    }

    private ObjectNode agreement(Relation relation) {
        ObjectNode agreement = link(relation.one, relation.other).put("status", "signed");
        agreement.withArray("parties").add(reference(relation.one)).add(reference(relation.other));
        return agreement;
    }

    private ObjectNode round(String startup, String partner) {
        ObjectNode round = link(startup, partner)
                .put("startup", organisations.get(startup).get("id").textValue());
        round.withArray("investors").add(reference(partner));
        return round;
    }

    private ObjectNode link(String one, String other) {
        UUID hash = shuffled(one + other);
        UUID id = new UUID(CREATED << 16 | 0x7000L | hash.getMostSignificantBits() & 0x0fffL, hash.getLeastSignificantBits());
        ObjectNode link = Api.JSON.createObjectNode().put("id", id.toString());
        String name = name(one) + " – " + name(other);
        link.put("name", name.substring(0, Math.min(200, name.length())));
        link.put("slug", one.replaceAll(".*/", "") + "-" + other.replaceAll(".*/", ""));
        link.withArray("provenance")
                .addObject()
                .put("used", true)
                .put("publisher", "ror.org")
                .put("url", one)
                .put("confidence", "reported");
        return link;
    }

    private ObjectNode reference(String ror) {
        return Api.JSON
                .createObjectNode()
                .put("partner", organisations.get(ror).get("id").textValue())
                .put("name", name(ror));
    }

    private String name(String ror) {
        return organisations.get(ror).get("name").textValue();
    }

    /** Returns the ids of the partners of these records, those with most agreements first. */
    static List<String> partnersByAgreements(Records records) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String line : records.files().get("agreements").lines().toList()) {
            for (JsonNode party : Api.JSON.readTree(line).get("parties")) {
                counts.merge(party.get("partner").textValue(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the ids of the startups of these records in which partners invested, in the order of their investors. */
    static List<String> startupsByInvestors(Records records, List<String> partners) throws IOException {
        Map<String, Integer> best = new LinkedHashMap<>();
        for (String line : records.files().get("funding_rounds").lines().toList()) {
            JsonNode round = Api.JSON.readTree(line);
            int at = partners.indexOf(round.at("/investors/0/partner").textValue());
            best.merge(round.get("startup").textValue(), at < 0 ? Integer.MAX_VALUE : at, Math::min);
        }
        return best.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
