package org.startupatlas.openapi.path;

import java.util.List;
import org.eclipse.microprofile.openapi.models.Components;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.schema.ResourceSchema;

/** Adds the parameters that the operations on matches have in common. */
final class MatchComponents {

    private static final List<String> CANDIDATES =
            List.of("programs", "partners", ResourceSchema.COUNTRIES, "startups");

    private static final int MAX_WEIGHT_LENGTH = 64;

    private MatchComponents() {}

    static void add(Components components) {
        components.addParameter("matches.with", Parameters.choice("with", "What to match with.", CANDIDATES));
        components.addParameter(
                "matches.pillars",
                Parameters.list(
                        "pillars",
                        "The pillars that a startup needs; they count only if they are given.",
                        ValueSchemas.string(MAX_WEIGHT_LENGTH)));
        components.addParameter(
                "matches.weights",
                Parameters.list(
                        "weights",
                        "Other weights of criteria, from 0 to 100, as in sectors:3,stage:1.",
                        ValueSchemas.string(MAX_WEIGHT_LENGTH)));
        components.addParameter(
                "matches.min_score",
                Parameters.query(
                        "min_score", "Only matches with this score, from 0 to 1, or more.", ValueSchemas.number()));
        components.addParameter(
                "matches.filters",
                FilterParameters.anyOf(
                        "The filters of the list of what is matched with, on a record's own fields.",
                        FilterParameters.NAME));
    }
}
