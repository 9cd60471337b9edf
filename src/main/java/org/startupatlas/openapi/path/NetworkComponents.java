package org.startupatlas.openapi.path;

import java.util.List;
import org.eclipse.microprofile.openapi.models.Components;
import org.startupatlas.http.Limits;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.schema.ResourceSchema;

/** Adds the parameters of requests to the network. */
final class NetworkComponents {

    private static final String COUNTRY = "^[A-Z]{2}$";

    private static final int COUNTRY_LENGTH = 2;

    /** A resource, a slash and a slug. */
    private static final int MAX_REFERENCE_LENGTH = 264;

    private static final List<String> CANDIDATES =
            List.of("programs", "partners", ResourceSchema.COUNTRIES, "startups");

    private static final int MAX_WEIGHT_LENGTH = 64;

    private NetworkComponents() {}

    static void add(Components components) {
        addOfMatches(components);
        components.addParameter("network.startup.id", Parameters.path("id", "The startup's id or slug.", "chari"));
        components.addParameter("network.country.id", Parameters.path("id", "The country's code.", "JP"));
        components.addParameter(
                "network.on",
                Parameters.query(
                        "on",
                        "The day on which links are valid; today in Morocco when absent.",
                        ValueSchemas.string(10).pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")));
        components.addParameter(
                "network.to",
                Parameters.query(
                                "to",
                                "A country's code, or a partner or program by id or slug.",
                                ValueSchemas.string(MAX_REFERENCE_LENGTH))
                        .required(true)
                        .addExample("example", Examples.value("JP")));
        components.addParameter(
                "network.from",
                Parameters.query(
                        "from",
                        "The country whose startups are meant; MA when absent.",
                        ValueSchemas.string(COUNTRY_LENGTH).pattern(COUNTRY)));
        components.addParameter(
                "network.limit",
                Parameters.query(
                        "limit",
                        "How many of each at most; 100 when absent.",
                        ValueSchemas.integer(1, Limits.MAX_NETWORK_ROWS)));
        components.addParameter(
                "network.budget",
                Parameters.query(
                        "budget",
                        "How many agreements; 3 when absent.",
                        ValueSchemas.integer(1, Limits.MAX_NETWORK_BUDGET)));
        components.addParameter(
                "network.around",
                Parameters.query(
                                "around",
                                "The startup, program or partner by id or slug, or a country by code.",
                                ValueSchemas.string(MAX_REFERENCE_LENGTH))
                        .required(true)
                        .addExample("example", Examples.value("MA")));
        components.addParameter(
                "network.depth",
                Parameters.query(
                        "depth",
                        "How many links away at most; 1 when absent.",
                        ValueSchemas.integer(1, Limits.MAX_NETWORK_DEPTH)));
        components.addParameter(
                "network.format", Parameters.choice("format", "GraphML opens in Gephi.", List.of("json", "graphml")));
    }

    private static void addOfMatches(Components components) {
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
