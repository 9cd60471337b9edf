package org.startupatlas.imports.cell;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The cells of a row that say where its values are from. */
final class SourceCells {

    private final Map<String, String> texts = new HashMap<>();

    void put(String name, JsonNode value) {
        texts.put(name, value.asText());
    }

    ClaimSource source() {
        return texts.isEmpty()
                ? ClaimSource.NONE
                : ClaimSource.of(
                        texts.get(ClaimSource.SOURCE),
                        texts.get(ClaimSource.SOURCE_URL),
                        texts.get(ClaimSource.SOURCE_DATE),
                        texts.get(ClaimSource.CONFIDENCE));
    }
}
