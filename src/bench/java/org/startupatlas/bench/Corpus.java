package org.startupatlas.bench;

import org.startupatlas.record.Claim;
import org.startupatlas.record.ExternalIds;
import org.startupatlas.record.Folding;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.RecordJson;
import org.startupatlas.resource.startup.StartupRecord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/**
 * Writes the organisations of the ROR corpus as startups, one JSON record a line, in the form of the product's bundled
 * data. The same corpus always gives the same bytes.
 */
final class Corpus {

    /** What kinds of organisation are closest to, of the codes that the product brings along. */
    static final Map<String, String> SECTORS = Map.of(
            "education", "edtech",
            "healthcare", "healthtech",
            "government", "govtech",
            "nonprofit", "social_impact",
            "company", "software_it",
            "facility", "deep_tech",
            "archive", "cultural_industries",
            "funder", "fintech",
            "other", "startup_support");

    static final Map<String, String> BUSINESS_MODELS = Map.of(
            "company", "b2b",
            "healthcare", "b2c",
            "education", "b2c",
            "government", "b2g",
            "facility", "licensing");

    /**
     * ROR knows nine kinds and the product over forty sectors. Two rows in three get a second one by the hash of their
     * id, each of these half as frequent again as the one two places before it, down to a handful of rows.
     */
    private static final List<String> FURTHER_SECTORS = List.of(
            "energy", "biotech", "agritech", "climate", "telecom", "media", "mobility", "logistics", "construction",
            "foodtech", "industry_4_0", "new_materials", "cybersecurity", "semiconductors", "smart_city", "gaming",
            "maritime", "traveltech", "fashion", "insurtech", "animal_health", "esports");

    private static final double RARER = Math.sqrt(0.5);

    private static final int MAX_SLUG_WORDS_LENGTH = 80;

    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> countries;

    private Corpus(Set<String> countries) {
        this.countries = countries;
        json.findAndRegisterModules();
        new RecordJson().customize(json);
    }

    /**
     * @param arguments the corpus (gzip), the product's bundled countries, the file to write
     */
    public static void main(String[] arguments) throws IOException {
        Corpus corpus = new Corpus(countryCodes(Path.of(arguments[1])));
        int rows = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(Path.of(arguments[0]))), StandardCharsets.UTF_8));
                PrintStream out = new PrintStream(
                        Files.newOutputStream(Path.of(arguments[2])), false, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.print(corpus.json.writeValueAsString(corpus.startup(corpus.json.readTree(line))) + "\n");
                rows++;
            }
        }
        System.err.println(rows + " organisations written as startups");
    }

    static Set<String> countryCodes(Path bundled) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Set<String> codes = new LinkedHashSet<>();
        for (String line : Files.readAllLines(bundled, StandardCharsets.UTF_8)) {
            codes.add(json.readTree(line).get("id").textValue());
        }
        return codes;
    }

    private StartupRecord startup(JsonNode organisation) {
        String ror = organisation.get("id").textValue().replaceAll(".*/", "");
        byte[] hash = hash(ror);
        String name = displayName(organisation);
        JsonNode location = organisation.get("locations").path(0);
        String country = location.path("country_code").textValue();
        Integer established = organisation.get("established").isNull()
                ? null
                : organisation.get("established").intValue();
        Map<String, Object> values = new HashMap<>();
        StartupRecord.SCHEMA.fields().forEach(field -> values.put(field.name(), field.isList() ? List.of() : null));
        values.put("id", id(LocalDate.parse(organisation.get("created").textValue()), hash));
        values.put("slug", slug(name, ror));
        values.put("name", name);
        values.put("other_names", otherNames(organisation, name));
        values.put("status", status(organisation.get("status").textValue()));
        values.put("founded", established == null ? null : PartialDate.of("%04d".formatted(established)));
        values.put("founded_year", established);
        values.put("sectors", sectors(organisation, hash));
        values.put("business_models", codes(organisation, BUSINESS_MODELS));
        values.put("country", countries.contains(country) ? country : null);
        values.put("city", location.path("name").textValue());
        values.put("website", website(organisation));
        values.put("external_ids", new ExternalIds(
                ror,
                externalId(organisation, "wikidata"),
                null,
                externalId(organisation, "isni"),
                externalId(organisation, "fundref")));
        values.put("provenance", List.of(new Claim(
                null,
                null,
                null,
                true,
                "ror.org",
                organisation.get("id").textValue(),
                PartialDate.of(organisation.get("last_modified").textValue()),
                null,
                "reported",
                null)));
        return json.convertValue(values, StartupRecord.class);
    }

    static String displayName(JsonNode organisation) {
        for (JsonNode name : organisation.get("names")) {
            if (has(name.get("types"), "ror_display")) {
                return name.get("value").textValue();
            }
        }
        throw new IllegalArgumentException("no name: " + organisation);
    }

    static List<OtherName> otherNames(JsonNode organisation, String display) {
        Set<OtherName> names = new LinkedHashSet<>();
        for (JsonNode name : organisation.get("names")) {
            JsonNode types = name.get("types");
            String kind = has(types, "acronym") ? "acronym" : has(types, "label") ? "translated" : "alternate";
            if (!name.get("value").textValue().equals(display)) {
                names.add(new OtherName(
                        name.get("value").textValue(), name.get("lang").textValue(), kind));
            }
        }
        return new ArrayList<>(names);
    }

    static String status(String ror) {
        return switch (ror) {
            case "active" -> "active";
            case "inactive" -> "closed";
            case "withdrawn" -> "dormant";
            default -> throw new IllegalArgumentException(ror);
        };
    }

    private static List<String> sectors(JsonNode organisation, byte[] hash) {
        List<String> sectors = new ArrayList<>(codes(organisation, SECTORS));
        double chance = Short.toUnsignedInt(ByteBuffer.wrap(hash).getShort(30)) / 65536.0;
        double share = (1 - RARER) * 2 / 3;
        for (String sector : FURTHER_SECTORS) {
            if (chance < share) {
                sectors.add(sector);
                return sectors;
            }
            chance -= share;
            share *= RARER;
        }
        return sectors;
    }

    static List<String> codes(JsonNode organisation, Map<String, String> ofTypes) {
        Set<String> codes = new LinkedHashSet<>();
        for (JsonNode type : organisation.get("types")) {
            if (ofTypes.containsKey(type.textValue())) {
                codes.add(ofTypes.get(type.textValue()));
            }
        }
        return new ArrayList<>(codes);
    }

    private static String website(JsonNode organisation) {
        for (JsonNode link : organisation.get("links")) {
            if (link.get("type").textValue().equals("website")) {
                return link.get("value").textValue();
            }
        }
        return null;
    }

    private static String externalId(JsonNode organisation, String type) {
        for (JsonNode id : organisation.get("external_ids")) {
            if (id.get("type").textValue().equals(type)) {
                return id.get("preferred").textValue();
            }
        }
        return null;
    }

    private static boolean has(JsonNode array, String text) {
        for (JsonNode element : array) {
            if (element.textValue().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static String slug(String name, String ror) {
        String words = Folding.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.substring(0, Math.min(MAX_SLUG_WORDS_LENGTH, words.length())).replaceAll("-$", "")
                + (words.isEmpty() ? "" : "-") + ror;
    }

    /** A UUIDv7 of the day on which ROR created its record. */
    private static UUID id(LocalDate created, byte[] hash) {
        ByteBuffer random = ByteBuffer.wrap(hash);
        long millis = created.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return new UUID(
                millis << 16 | 0x7000L | random.getLong() & 0x0fffL, 1L << 63 | random.getLong() & 0x3fffffffffffffffL);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
