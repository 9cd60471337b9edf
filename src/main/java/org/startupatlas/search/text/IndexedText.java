package org.startupatlas.search.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.record.Translated;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueTypes;

/**
 * A searchable text of a record.
 *
 * @param field the dotted path of its field
 * @param kind the kind of text
 * @param language the language of the text, or null if unknown
 */
public record IndexedText(String field, Kind kind, Language language, String text) {

    public enum Kind {
        /** The current name of the record. */
        NAME,
        /** Another name of the record. */
        OTHER_NAME,
        /** Any other text. */
        TEXT
    }

    /** Returns all searchable texts of a record according to its schema; codes are represented by their labels. */
    public static List<IndexedText> of(ResourceSchema schema, JsonNode record, Vocabularies vocabularies) {
        List<IndexedText> texts = new ArrayList<>();
        TextCollector collector = new TextCollector(vocabularies, texts);
        for (Field field : schema.fields()) {
            JsonNode value = record.path(field.name());
            if (field.name().equals("name")) {
                collector.add("name", Kind.NAME, null, value);
            } else if (field.name().equals("other_names")) {
                value.forEach(other -> collector.add("other_names", Kind.OTHER_NAME, null, other.path("name")));
            } else if (field.name().equals("notes")
                    || !CommonFields.contains(field.name()) && !field.name().equals("id")) {
                collector.read(field.name(), field, value);
            }
        }
        return texts;
    }

    /** Collects the texts from the fields of a record. */
    private record TextCollector(Vocabularies vocabularies, List<IndexedText> texts) {

        void read(String name, Field field, JsonNode value) {
            if (value.isArray()) {
                value.forEach(each -> readOne(name, field, each));
            } else if (!value.isNull() && !value.isMissingNode()) {
                readOne(name, field, value);
            }
        }

        private void readOne(String name, Field field, JsonNode value) {
            if (field.isTranslated()) {
                readTranslated(name, Kind.TEXT, field, value);
            } else if (field.isComposed()) {
                field.parts().forEach(part -> readPart(name + "." + part.name(), part, value.path(part.name())));
            } else if (field.vocabulary() != null) {
                Translated label = vocabularies.label(field.vocabulary(), value.textValue());
                add(name, Kind.TEXT, Language.FR, label.fr());
                add(name, Kind.TEXT, Language.AR, label.ar());
                add(name, Kind.TEXT, Language.EN, label.en());
            } else if (isText(field)) {
                add(name, Kind.TEXT, null, value);
            }
        }

        /**
         * Treats translated texts of a nested object as other names of the record: a vocabulary is found by the labels
         * of its codes.
         */
        private void readPart(String name, Field part, JsonNode value) {
            if (part.isTranslated()) {
                readTranslated(name, Kind.OTHER_NAME, part, value);
            } else {
                read(name, part, value);
            }
        }

        /** Treats short translated texts as names. */
        private void readTranslated(String name, Kind kind, Field field, JsonNode value) {
            for (Field part : field.parts()) {
                add(
                        name + "." + part.name(),
                        part.type() == ValueTypes.TEXT ? Kind.OTHER_NAME : kind,
                        Language.ofCode(part.name()).orElseThrow(),
                        value.path(part.name()));
            }
        }

        /**
         * Excludes URLs and ids, which are for programs, but includes tokens without a vocabulary, which users may
         * paste.
         */
        private static boolean isText(Field field) {
            return field.format() == null
                    && (field.type() == ValueTypes.TEXT
                            || field.type() == ValueTypes.PROSE
                            || field.type() == ValueTypes.TOKEN
                            || field.type() == ValueTypes.TOKENS);
        }

        void add(String name, Kind kind, Language language, JsonNode value) {
            add(name, kind, language, value.textValue());
        }

        private void add(String name, Kind kind, Language language, String text) {
            if (text != null) {
                texts.add(new IndexedText(name, kind, language, text));
            }
        }
    }
}
