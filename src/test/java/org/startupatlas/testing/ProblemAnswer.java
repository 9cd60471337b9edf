package org.startupatlas.testing;

import java.util.List;

/** The JSON of a problem; omitted members are null. */
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

    /** A violation; {@code parameter}, {@code pointer} or both are null. */
    public record Error(String parameter, String pointer, String code, String detail, String didYouMean) {}
}
