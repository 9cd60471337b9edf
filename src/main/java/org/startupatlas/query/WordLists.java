package org.startupatlas.query;

import java.util.Arrays;
import java.util.List;

/** Implements functions on arrays that H2 does not have. */
public final class WordLists {

    private WordLists() {}

    /**
     * Implements {@code has_any} for H2, whose migrations refer to this method: returns whether the list has any of the
     * words.
     *
     * @param list the list; null if it is empty
     */
    public static boolean hasAny(String[] list, String[] words) {
        return list != null && Arrays.stream(list).anyMatch(List.of(words)::contains);
    }
}
