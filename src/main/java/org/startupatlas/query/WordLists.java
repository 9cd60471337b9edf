package org.startupatlas.query;

import java.util.Arrays;
import java.util.List;

/** What SQL says of lists of words and H2 has no operator for. */
public final class WordLists {

    private WordLists() {}

    /**
     * H2's {@code has_any}, which its migrations name: whether the list has any of the words.
     *
     * @param list null when there are none
     */
    public static boolean hasAny(String[] list, String[] words) {
        return list != null && Arrays.stream(list).anyMatch(List.of(words)::contains);
    }
}
