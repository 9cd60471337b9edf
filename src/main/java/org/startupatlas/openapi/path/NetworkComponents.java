package org.startupatlas.openapi.path;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.startupatlas.http.Limits;
import org.startupatlas.network.match.MatchFields;
import org.startupatlas.network.opportunity.eligibility.Verdict;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.RecordSchemas;
import org.startupatlas.openapi.schema.TypedSchemas;
import org.startupatlas.openapi.schema.ValueSchemas;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;

/** Adds what the operations on the network have in common. */
final class NetworkComponents {

    private static final String COUNTRY = "^[A-Z]{2}$";

    private static final int COUNTRY_LENGTH = 2;

    /** A resource, a slash and a slug. */
    private static final int MAX_REFERENCE_LENGTH = 264;

    private static final int MAX_EDITION_LENGTH = 200;

    private static final List<String> CANDIDATES =
            List.of("programs", "partners", ResourceSchema.COUNTRIES, "startups");

    private static final int MAX_WEIGHT_LENGTH = 64;

    private NetworkComponents() {}

    static void add(Components components, TypedSchemas schemas) {
        addOfMatches(components);
        addMatches(components, schemas);
        addOpportunities(components);
        addJourneys(components);
        components.addParameter("network.startup.id", Parameters.path("id", "The startup's id or slug.", "chari"));
        components.addParameter("network.country.id", Parameters.path("id", "The country's code.", "JP"));
        components.addParameter(
                "network.on",
                Parameters.query(
                        "on",
                        "The day; today in Morocco when absent.",
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
                        "The startups' country; MA when absent.",
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

    private static void addMatches(Components components, TypedSchemas schemas) {
        MediaType page = OASFactory.createMediaType().schema(RecordSchemas.reference("Matches"));
        schemas.addExample(page);
        components.addResponse(
                "Matches",
                ResponseHeaders.on(
                        OtherFormats.on(
                                OASFactory.createAPIResponse()
                                        .description("A page of matches.")
                                        .content(
                                                OASFactory.createContent().addMediaType(Format.JSON.mediaType(), page)),
                                Examples.of(
                                        Format.CSV.mediaType(), OtherFormats.shared(Format.CSV),
                                        Format.XLSX.mediaType(), OtherFormats.shared(Format.XLSX),
                                        Format.NDJSON.mediaType(), OtherFormats.shared(Format.NDJSON))),
                        List.of("ETag", "Link", "Atlas-Has-More")));
    }

    private static void addOpportunities(Components components) {
        components.addParameter(
                "opportunities.for",
                Parameters.query("for", "The startup by id or slug.", ValueSchemas.string(MAX_REFERENCE_LENGTH)));
        components.addParameter(
                "opportunities.verdict",
                Parameters.list("verdict", "Only these; of a startup.", ValueSchemas.oneOf(Verdict.CODES)));
        components.addParameter(
                "opportunities.within",
                Parameters.query(
                        "within",
                        "Days within which it opens; " + Limits.DAYS_AHEAD + " when absent.",
                        ValueSchemas.integer(0, Limits.MAX_DAYS_AHEAD)));
        components.addParameter(
                "opportunities.format",
                Parameters.choice("format", "A calendar or a feed.", List.of("json", "ics", "atom")));
    }

    private static void addJourneys(Components components) {
        components.addParameter(
                "journeys.cohort",
                Parameters.query("cohort", "The program by id or slug.", ValueSchemas.string(MAX_REFERENCE_LENGTH))
                        .required(true)
                        .addExample("example", Examples.value("seedstars-casablanca")));
        components.addParameter(
                "journeys.edition",
                Parameters.query("edition", "Only this edition.", ValueSchemas.string(MAX_EDITION_LENGTH)));
    }

    private static void addOfMatches(Components components) {
        components.addParameter(
                "matches.fields",
                Parameters.list("fields", "Only these and the id.", ValueSchemas.oneOf(MatchFields.NAMES)));
        components.addParameter("matches.with", Parameters.choice("with", "What to match with.", CANDIDATES));
        components.addParameter(
                "matches.pillars",
                Parameters.list(
                        "pillars", "The pillars that a startup needs.", ValueSchemas.string(MAX_WEIGHT_LENGTH)));
        components.addParameter(
                "matches.weights",
                Parameters.list(
                        "weights",
                        "Other weights, from 0 to 100: sectors:3,stage:1.",
                        ValueSchemas.string(MAX_WEIGHT_LENGTH)));
        components.addParameter(
                "matches.min_score",
                Parameters.query("min_score", "The least score, from 0 to 1.", ValueSchemas.number()));
        components.addParameter(
                "matches.known", Parameters.query("known", "Whether they are linked already.", ValueSchemas.bool()));
        components.addParameter(
                "matches.filters", FilterParameters.anyOf("Filters of the candidates.", FilterParameters.NAME));
    }
}
