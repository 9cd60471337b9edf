package org.startupatlas.explore.proposal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.http.format.Projection;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueTypes;

/** Says how to write the value of a field, with an example. */
final class FieldHints {

    /** Longer vocabularies are shown by an example; the filters of a directory list them. */
    private static final int MAX_LISTED_CODES = 12;

    private final Vocabularies vocabularies;
    private final Projection projection;
    private final Texts texts;

    FieldHints(Vocabularies vocabularies, Projection projection, Texts texts) {
        this.vocabularies = vocabularies;
        this.projection = projection;
        this.texts = texts;
    }

    /** Returns the hint of a field; empty for texts, whose value is what is written. */
    String of(Field field) {
        if (field.isTranslated()) {
            return texts.get("correction.hint.translated");
        }
        if (field.vocabulary() != null) {
            return ofCodes(field);
        }
        if (field.type() == ValueTypes.PARTIAL_DATE) {
            return texts.get("correction.hint.date");
        }
        if (field.type() == ValueTypes.INTEGER) {
            return texts.get("correction.hint.integer", String.valueOf(field.example()));
        }
        if (field.type() == ValueTypes.DECIMAL) {
            return texts.get("correction.hint.number", String.valueOf(field.example()));
        }
        if (field.type() == ValueTypes.BOOLEAN) {
            return texts.get("correction.hint.boolean");
        }
        return "uri".equals(field.format()) ? texts.get("correction.hint.link") : "";
    }

    private String ofCodes(Field field) {
        String key = field.isList() ? "correction.hint.codes" : "correction.hint.code";
        List<String> codes = vocabularies.codes(field.vocabulary());
        return codes.size() <= MAX_LISTED_CODES
                ? texts.get(key, labels(field, codes.stream()))
                : texts.get(key + ".some", labels(field, examples(field, codes)));
    }

    /** Returns the example of the field first, as the beginning of a vocabulary may be little known. */
    private static Stream<String> examples(Field field, List<String> codes) {
        return Stream.concat(Stream.of(field.example().toString()), codes.stream())
                .distinct()
                .limit(field.isList() ? 2 : 1);
    }

    private String labels(Field field, Stream<String> codes) {
        return codes.map(code -> projection.label(field.vocabulary(), code).orElse(code))
                .collect(Collectors.joining(texts.language() == Language.AR ? "، " : ", "));
    }
}
