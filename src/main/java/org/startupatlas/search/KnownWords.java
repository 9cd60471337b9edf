package org.startupatlas.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;

/** The words of texts that records have in common: what codes are called, and cities. */
final class KnownWords {

    /** Longer texts are said of one record only, as a rule. */
    private static final int LONGEST = 60;

    /** All labels of the closed lists in three languages, and the cities of a country: some two megabytes. */
    private static final int MOST = 5_000;

    private final Cache<String, List<String>> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** The folded words of a text. */
    List<String> of(String text) {
        return text.length() > LONGEST ? Analysis.words(text) : known.get(text, Analysis::words);
    }
}
