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
 * A text of a record by which it is found.
 *
 * @param field the dotted field that it is in
 * @param kind what it is to the record
 * @param language what it is written in, or null if nobody says
 */
public record IndexedText(String field, Kind kind, Language language, String text) {

    /** What a text is to its record. */
    public enum Kind {
        /** The name that the record goes by. */
        NAME,
        /** Another name of it. */
        OTHER_NAME,
        /** Something that is said of it. */
        TEXT
    }

    /** All texts of a record, as its resource is declared; of codes, what people call them. */
    public static List<IndexedText> of(ResourceSchema declaration, JsonNode record, Vocabularies terms) {
        List<IndexedText> texts = new ArrayList<>();
        Reading reading = new Reading(terms, texts);
        for (Field field : declaration.fields()) {
            JsonNode value = record.path(field.name());
            if (field.name().equals("name")) {
                reading.add("name", Kind.NAME, null, value);
            } else if (field.name().equals("other_names")) {
                value.forEach(other -> reading.add("other_names", Kind.OTHER_NAME, null, other.path("name")));
            } else if (field.name().equals("notes")
                    || !CommonFields.contains(field.name()) && !field.name().equals("id")) {
                reading.read(field.name(), field, value);
            }
        }
        return texts;
    }

    /** Walks through the fields of a record. */
    private record Reading(Vocabularies terms, List<IndexedText> texts) {

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
                Translated label = terms.label(field.vocabulary(), value.textValue());
                add(name, Kind.TEXT, Language.FR, label.fr());
                add(name, Kind.TEXT, Language.AR, label.ar());
                add(name, Kind.TEXT, Language.EN, label.en());
            } else if (isText(field)) {
                add(name, Kind.TEXT, null, value);
            }
        }

        /** What a part of the record is called is another name for the whole: a vocabulary is found by its codes. */
        private void readPart(String name, Field part, JsonNode value) {
            if (part.isTranslated()) {
                readTranslated(name, Kind.OTHER_NAME, part, value);
            } else {
                read(name, part, value);
            }
        }

        /** Of texts in three languages, those that are short are names. */
        private void readTranslated(String name, Kind kind, Field field, JsonNode value) {
            for (Field part : field.parts()) {
                add(
                        name + "." + part.name(),
                        part.type() == ValueTypes.TEXT ? Kind.OTHER_NAME : kind,
                        Language.ofCode(part.name()).orElseThrow(),
                        value.path(part.name()));
            }
        }

        /** Addresses and ids are for programs; words of no closed list may be what somebody has copied. */
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
