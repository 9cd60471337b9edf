package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.ResourceSchema;

/**
 * Derives the region of a new record from its Moroccan city. The region is claimed as inferred. Rows that name a region,
 * or bring claims of their own, are left as they are.
 */
final class RegionOfCity {

    private static final String FILE = "/moroccan_cities.csv";
    private static final String HEADER = "city,";
    private static final String MOROCCO = "MA";

    /** The regions by the folded names of their cities. */
    private static final Map<String, String> REGIONS = load();

    private RegionOfCity() {}

    private static Map<String, String> load() {
        Map<String, String> regions = new HashMap<>();
        try (InputStream bytes = RegionOfCity.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith(HEADER)).forEach(line -> {
                int comma = line.lastIndexOf(',');
                regions.put(Folding.fold(line.substring(0, comma)), line.substring(comma + 1));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
        return regions;
    }

    /** Adds the region and its claim to the values of a new record. */
    static void derive(ResourceSchema schema, ObjectNode values) {
        boolean isGiven = values.has("region") || values.has("provenance");
        if (isGiven || schema.field("region").isEmpty() || !values.path("city").isTextual()) {
            return;
        }
        JsonNode country = values.path("country");
        String region = REGIONS.get(Folding.fold(values.get("city").textValue().strip()));
        if (region == null || country.isTextual() && !country.textValue().equals(MOROCCO)) {
            return;
        }
        values.put("region", region);
        values.putArray("provenance")
                .addObject()
                .put("field", "region")
                .put("value", region)
                .put("used", true)
                .put("publisher", "Startup Atlas")
                .put("confidence", "inferred")
                .put("note", "inferred from the city");
    }
}
