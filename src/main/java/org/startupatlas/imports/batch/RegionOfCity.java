package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.startupatlas.schema.ResourceSchema;

/**
 * Writes a Moroccan city by the name that records have, and derives the region of a new record from it. The region is
 * claimed as inferred. Rows that name a region, or bring claims of their own, get none.
 */
final class RegionOfCity {

    private static final String MOROCCO = "MA";

    private RegionOfCity() {}

    /** Replaces another name of a Moroccan city: Casa, Tangier, فاس. */
    static void rename(ResourceSchema schema, ObjectNode values) {
        city(schema, values).ifPresent(city -> values.put("city", city.name()));
    }

    /** Adds the region and its claim to the values of a new record. */
    static void derive(ResourceSchema schema, ObjectNode values) {
        boolean isGiven = values.has("region") || values.has("provenance");
        if (isGiven || schema.field("region").isEmpty()) {
            return;
        }
        city(schema, values).ifPresent(city -> {
            values.put("region", city.region());
            values.putArray("provenance")
                    .addObject()
                    .put("field", "region")
                    .put("value", city.region())
                    .put("used", true)
                    .put("publisher", "Startup Atlas")
                    .put("confidence", "inferred")
                    .put("note", "inferred from the city");
        });
    }

    private static Optional<CityNames.City> city(ResourceSchema schema, ObjectNode values) {
        JsonNode country = values.path("country");
        boolean isElsewhere = country.isTextual() && !country.textValue().equals(MOROCCO);
        boolean isNamed =
                schema.field("city").isPresent() && values.path("city").isTextual();
        return isElsewhere || !isNamed
                ? Optional.empty()
                : CityNames.find(values.get("city").textValue());
    }
}
