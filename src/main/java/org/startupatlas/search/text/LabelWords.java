package org.startupatlas.search.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;

/** The words of texts that records have in common: what codes are called. */
public final class LabelWords {

    /** Longer texts are said of one record only, as a rule, as are those of which nobody says the language. */
    private static final int LONGEST = 60;

    /** All labels of the closed lists in three languages: some two megabytes. */
    private static final int MOST = 5_000;

    private final Cache<String, List<String>> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** The folded words of a text. */
    public List<String> of(IndexedText text) {
        boolean isLabel = text.language() != null && text.text().length() <= LONGEST;
        return isLabel ? known.get(text.text(), Analysis::words) : Analysis.words(text.text());
    }
}
