package org.startupatlas.network.opportunity.eligibility;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether a startup can apply, as far as its status and the structured criteria say. */
public enum Verdict {
    ELIGIBLE,
    NOT_ELIGIBLE,
    NOT_KNOWN;

    /** The words in JSON. */
    public static final List<String> CODES =
            Arrays.stream(values()).map(Verdict::code).toList();

    /** Stands for the status of a startup that closed, or may be no company of its own any more. */
    private static final String STATUS = "status";

    /** Stands for criteria that are not structured, so that only the text of eligibility could decide. */
    private static final String CRITERIA = "criteria";

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the verdict on all answers. Without criteria it is not known, because a program may have conditions. */
    static Verdict of(Answer existence, List<Evaluated> answers) {
        Answer criteria =
                answers.stream().map(Evaluated::answer).reduce(Answer::and).orElse(Answer.UNKNOWN);
        return switch (existence.and(criteria)) {
            case MET -> ELIGIBLE;
            case UNMET -> NOT_ELIGIBLE;
            case UNKNOWN -> NOT_KNOWN;
        };
    }

    /** Returns what decides, or would decide if it was known: kinds of criteria, and the status if it is not active. */
    List<String> decidedBy(Answer existence, List<Evaluated> answers) {
        Answer deciding =
                switch (this) {
                    case ELIGIBLE -> Answer.MET;
                    case NOT_ELIGIBLE -> Answer.UNMET;
                    case NOT_KNOWN -> Answer.UNKNOWN;
                };
        Stream<String> status = Stream.of(STATUS).filter(any -> existence != Answer.MET && existence == deciding);
        Stream<String> criteria = answers.isEmpty()
                ? Stream.of(CRITERIA).filter(any -> deciding == Answer.UNKNOWN)
                : answers.stream()
                        .filter(evaluated -> evaluated.answer() == deciding)
                        .map(evaluated -> evaluated.requirement().kind().code());
        return Stream.concat(status, criteria).distinct().toList();
    }
}
