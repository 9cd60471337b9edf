package org.startupatlas.imports.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.record.Translated;
import org.startupatlas.schema.Vocabularies;

/** Finds the codes whose words are nearest to a word that no code has. */
final class NearestCodes {

    private static final int MAX_CODES = 3;

    private final Vocabularies vocabularies;

    NearestCodes(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /** Returns the nearest codes, separated by commas; null if none is near. */
    String of(String vocabulary, String text) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String code : vocabularies.codes(vocabulary)) {
            codes.put(code, code);
            labels(vocabularies.label(vocabulary, code)).forEach(label -> codes.putIfAbsent(label, code));
        }
        String nearest = DidYouMean.allNearest(text, new ArrayList<>(codes.keySet())).stream()
                .map(codes::get)
                .distinct()
                .limit(MAX_CODES)
                .collect(Collectors.joining(", "));
        return nearest.isEmpty() ? null : nearest;
    }

    private static List<String> labels(Translated label) {
        return Stream.of(label.fr(), label.en(), label.ar())
                .filter(Objects::nonNull)
                .toList();
    }
}
