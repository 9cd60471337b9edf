package org.startupatlas.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.startupatlas.testing.Atlas;

/** The JSON of a hit. */
record Hit(
        String resource, String id, String slug, String name, JsonNode summary, BigDecimal score, List<Place> matched) {
    /** A field with highlighted words. */
    record Place(String field, String text) {}

    /** Returns the resource and slug. */
    String key() {
        return resource + "/" + slug;
    }

    /** Returns the first page of hits. */
    static List<Hit> of(String words) {
        return Atlas.page(Hit.class, Atlas.with("/v1/search", "q", words)).data();
    }

    /** Returns the best hit. */
    static Hit first(String words) {
        return of(words).get(0);
    }
}
