package org.startupatlas.network.opportunity.eligibility;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether a startup can apply, as far as the structured criteria say. */
public enum Verdict {
    ELIGIBLE,
    NOT_ELIGIBLE,
    NOT_KNOWN;

    /** The words in JSON. */
    public static final List<String> CODES =
            Arrays.stream(values()).map(Verdict::code).toList();

    /** Stands for criteria that are not structured, so that only the text of eligibility could decide. */
    private static final String CRITERIA = "criteria";

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the verdict on all answers. Without criteria it is not known, because a program may have conditions. */
    static Verdict of(List<Evaluated> answers) {
        if (answers.isEmpty()) {
            return NOT_KNOWN;
        }
        return switch (answers.stream().map(Evaluated::answer).reduce(Answer.MET, Answer::and)) {
            case MET -> ELIGIBLE;
            case UNMET -> NOT_ELIGIBLE;
            case UNKNOWN -> NOT_KNOWN;
        };
    }

    /** Returns the kinds of the criteria that decide, or would decide if they were known. */
    public List<String> decidedBy(List<Evaluated> answers) {
        Answer deciding =
                switch (this) {
                    case ELIGIBLE -> Answer.MET;
                    case NOT_ELIGIBLE -> Answer.UNMET;
                    case NOT_KNOWN -> Answer.UNKNOWN;
                };
        return answers.isEmpty()
                ? List.of(CRITERIA)
                : answers.stream()
                        .filter(evaluated -> evaluated.answer() == deciding)
                        .map(evaluated -> evaluated.requirement().kind().code())
                        .distinct()
                        .toList();
    }
}
