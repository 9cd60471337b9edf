package org.startupatlas.search.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;

/** Caches the folded words of texts that many records share: the labels of codes. */
public final class LabelWords {

    /**
     * The maximum length of cached texts. Longer texts usually occur in one record only, as do those of unknown
     * language.
     */
    private static final int MAX_LABEL_LENGTH = 60;

    /**
     * The maximum number of cached texts: enough for all labels of the vocabularies in three languages, about two
     * megabytes.
     */
    private static final int MAX_ENTRIES = 5_000;

    private final Cache<String, List<String>> cache =
            Caffeine.newBuilder().maximumSize(MAX_ENTRIES).build();

    /** Returns the folded words of a text. */
    public List<String> of(IndexedText text) {
        boolean isLabel = text.language() != null && text.text().length() <= MAX_LABEL_LENGTH;
        return isLabel ? cache.get(text.text(), Analysis::words) : Analysis.words(text.text());
    }
}
