package org.startupatlas.network.journey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Language;

/** The query parameters of journeys. */
final class JourneyParameters {

    static final String COHORT = "cohort";

    static final String EDITION = "edition";

    private JourneyParameters() {}

    /** Of one startup. */
    record OfStartup(@Parameter(ref = "lang") Language lang) {

        static final List<String> NAMES = ParameterSet.names(OfStartup.class);
    }

    /** Of the startups in a program. */
    record OfCohort(
            @Parameter(ref = "journeys.cohort") String cohort,
            @Parameter(ref = "journeys.edition") String edition,
            @Parameter(ref = "network.on") String on,
            @Parameter(ref = "lang") Language lang,
            @Parameter(ref = "stats.format") String format) {

        static final List<String> NAMES = ParameterSet.names(OfCohort.class);
    }
}
