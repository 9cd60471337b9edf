package org.startupatlas.network.reach;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Language;

/** The query parameters of requests about reach. */
final class ReachParameters {

    private ReachParameters() {}

    /** Of who reaches one country. */
    record OfCountry(
            @Parameter(ref = "network.limit") Integer limit,
            @Parameter(ref = "network.on") String on,
            @Parameter(ref = "lang") Language lang) {

        static final List<String> NAMES = ParameterSet.names(OfCountry.class);
    }

    /** Of the countries that the startups of one reach. */
    record OfStartups(
            @Parameter(ref = "network.from") String from,
            @Parameter(ref = "network.on") String on,
            @Parameter(ref = "lang") Language lang) {

        static final List<String> NAMES = ParameterSet.names(OfStartups.class);
    }

    /** Of white spots. */
    record OfWhiteSpots(
            @Parameter(ref = "network.from") String from,
            @Parameter(ref = "network.limit") Integer limit,
            @Parameter(ref = "network.on") String on,
            @Parameter(ref = "lang") Language lang) {

        static final List<String> NAMES = ParameterSet.names(OfWhiteSpots.class);
    }

    /** Of the agreements that add most. */
    record OfNextBest(
            @Parameter(ref = "network.budget") Integer budget,
            @Parameter(ref = "network.from") String from,
            @Parameter(ref = "network.on") String on,
            @Parameter(ref = "lang") Language lang) {

        static final List<String> NAMES = ParameterSet.names(OfNextBest.class);
    }
}
