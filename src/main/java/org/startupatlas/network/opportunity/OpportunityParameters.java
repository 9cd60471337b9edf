package org.startupatlas.network.opportunity;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.startupatlas.network.opportunity.eligibility.Verdict;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.schema.Language;

/** The query parameters of opportunities. */
final class OpportunityParameters {

    static final String FOR = "for";

    static final String VERDICT = "verdict";

    private OpportunityParameters() {}

    /** Of a startup in the registry, or of none. The name of the first parameter is a word of Java. */
    record OfStartup(
            @Parameter(ref = "opportunities.for") String startup,
            @Parameter(ref = "opportunities.verdict") List<Verdict> verdict,
            @Parameter(ref = "opportunities.within") Integer within,
            @Parameter(ref = "network.limit") Integer limit,
            @Parameter(ref = "network.on") String on,
            @Parameter(ref = "lang") Language lang,
            @Parameter(ref = "opportunities.format") String format) {

        static final List<String> NAMES = ParameterSet.names(OfStartup.class).stream()
                .map(name -> name.equals("startup") ? FOR : name)
                .toList();
    }

    /** Of a startup that the body describes. */
    record OfDescribed(
            @Parameter(ref = "opportunities.verdict") List<Verdict> verdict,
            @Parameter(ref = "opportunities.within") Integer within,
            @Parameter(ref = "network.limit") Integer limit,
            @Parameter(ref = "network.on") String on,
            @Parameter(ref = "lang") Language lang) {

        static final List<String> NAMES = ParameterSet.names(OfDescribed.class);
    }
}
