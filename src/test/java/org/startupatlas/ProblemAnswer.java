package org.startupatlas;

import java.util.List;

/** A problem as the API answers it; {@code errors}, {@code didYouMean} and {@code mergedInto} are null when they are left out. */
public record ProblemAnswer(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        List<Error> errors,
        String didYouMean,
        Survivor mergedInto) {
    /** The record that another was merged into. */
    public record Survivor(String id, String slug, String link) {}

    /** One thing that is wrong; {@code parameter}, {@code pointer} or both are null. */
    public record Error(String parameter, String pointer, String code, String detail, String didYouMean) {}
}
