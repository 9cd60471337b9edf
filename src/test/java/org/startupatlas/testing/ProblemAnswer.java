package org.startupatlas.testing;

import java.util.List;

/** A problem as the API answers it; what is left out is null. */
public record ProblemAnswer(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        List<Error> errors,
        Integer errorsTotal,
        String didYouMean,
        Survivor mergedInto) {
    /** The record that another was merged into. */
    public record Survivor(String id, String slug, String link) {}

    /** One thing that is wrong; {@code parameter}, {@code pointer} or both are null. */
    public record Error(String parameter, String pointer, String code, String detail, String didYouMean) {}
}
