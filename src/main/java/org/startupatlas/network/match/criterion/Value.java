package org.startupatlas.network.match.criterion;

import org.startupatlas.network.model.Evidence;

/**
 * A value of one side.
 *
 * @param code a code, or resource and slug of a record, as in {@code partners/um6p}
 * @param name the name of that record; null for codes
 * @param evidence what proves it; null if a request says it
 */
public record Value(String code, String name, Evidence evidence) {

    /** Returns the code of a record: slugs are unique within a resource only. */
    public static String code(String resource, String slug) {
        return resource + "/" + slug;
    }
}
