package org.startupatlas.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.startupatlas.testing.Atlas;

/** A hit as the API answers it. */
record Hit(
        String resource, String id, String slug, String name, JsonNode summary, BigDecimal score, List<Place> matched) {
    /** Where the words are; the text has them marked. */
    record Place(String field, String text) {}

    /** What tells it from every other. */
    String key() {
        return resource + "/" + slug;
    }

    /** The first page of what is found. */
    static List<Hit> of(String words) {
        return Atlas.page(Hit.class, Atlas.with("/v1/search", "q", words)).data();
    }

    /** The best of what is found. */
    static Hit first(String words) {
        return of(words).get(0);
    }
}
