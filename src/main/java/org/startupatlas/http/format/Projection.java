package org.startupatlas.http.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.query.Expansion;
import org.startupatlas.query.expand.Expander;
import org.startupatlas.record.Translated;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/**
 * Shows records as a request asked: only some fields, or texts in one language with the labels of codes beside them.
 */
public final class Projection {

    /** The key that labels stand under when one language is asked for. */
    public static final String LABELS = "labels";

    /** The key that the languages of texts stand under that are not written in the one asked for. */
    public static final String LANGS = "langs";

    private final SchemaRegistry register;
    private final Vocabularies terms;
    private final Language language;
    private final Set<Language> used = EnumSet.noneOf(Language.class);

    /** Shows texts in this language; in all three for null. */
    public Projection(SchemaRegistry register, Vocabularies terms, Language language) {
        this.register = register;
        this.terms = terms;
        this.language = language;
    }

    /** The languages that the texts shown are in. */
    public List<Language> languages() {
        return List.copyOf(used);
    }

    /** The record with these fields, or all of them for null, and what was expanded. */
    public ObjectNode project(ResourceSchema declaration, ObjectNode record, List<String> fields) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        ObjectNode langs = JsonNodeFactory.instance.objectNode();
        for (Field field : declaration.fields()) {
            JsonNode value = shown(field, record.get(field.name()), fields);
            if (value != null && language != null && field.isTranslated()) {
                value = record.get(field.name()); // one text of the three, whichever of them were named
            }
            if (value != null) {
                shown.set(field.name(), language == null ? value : inOneLanguage(field, value, langs));
                if (language != null) {
                    addLabels(labels, field.name(), field, value, langs);
                }
            }
        }
        if (language != null) {
            shown.set(LABELS, labels);
        }
        setUnlessEmpty(shown, langs);
        if (record.has(Expander.EXPANDED)) {
            shown.set(Expander.EXPANDED, projectExpanded(declaration, (ObjectNode) record.get(Expander.EXPANDED)));
        }
        return shown;
    }

    /** The part of the value that the fields name; null if they name none. */
    private static JsonNode shown(Field field, JsonNode value, List<String> fields) {
        if (fields == null || fields.contains(field.name()) || field.name().equals("id")) {
            return value;
        }
        Set<String> parts = new LinkedHashSet<>();
        for (Field part : field.parts()) {
            if (fields.contains(field.name() + "." + part.name())) {
                parts.add(part.name());
            }
        }
        if (parts.isEmpty() || value.isNull()) {
            return parts.isEmpty() ? null : value;
        }
        return ((ObjectNode) value).deepCopy().retain(parts);
    }

    private JsonNode inOneLanguage(Field field, JsonNode value, ObjectNode langs) {
        if (field.isTranslated()) {
            return collapse(value, field.name(), langs);
        }
        if (field.shape() == Field.Shape.OBJECTS && field.parts().stream().anyMatch(Field::isTranslated)) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            for (JsonNode element : value) {
                ObjectNode copy = element.deepCopy();
                ObjectNode langsOfElement = JsonNodeFactory.instance.objectNode();
                field.parts().stream()
                        .filter(Field::isTranslated)
                        .forEach(part ->
                                copy.set(part.name(), collapse(element.get(part.name()), part.name(), langsOfElement)));
                setUnlessEmpty(copy, langsOfElement);
                elements.add(copy);
            }
            return elements;
        }
        return value;
    }

    private static void setUnlessEmpty(ObjectNode shown, ObjectNode langs) {
        if (!langs.isEmpty()) {
            shown.set(LANGS, langs);
        }
    }

    /** The text in the language asked, else in the next that it is written in, which is then named. */
    private JsonNode collapse(JsonNode translated, String name, ObjectNode langs) {
        for (Language each : language.fallbacks()) {
            JsonNode text = translated.get(each.code());
            if (text != null && !text.isNull()) {
                use(each, name, langs);
                return text;
            }
        }
        return JsonNodeFactory.instance.nullNode();
    }

    private void use(Language each, String name, ObjectNode langs) {
        used.add(each);
        if (each != language) {
            langs.put(name, each.code());
        }
    }

    private void addLabels(ObjectNode labels, String name, Field field, JsonNode value, ObjectNode langs) {
        if (value.isNull()) {
            return;
        }
        if (field.isComposed()) {
            for (JsonNode element : field.isList() ? value : List.of(value)) {
                for (Field part : field.parts()) {
                    if (element.has(part.name())) {
                        addLabels(labels, name + "." + part.name(), part, element.get(part.name()), langs);
                    }
                }
            }
        } else if (field.vocabulary() != null) {
            for (JsonNode code : field.isList() ? value : List.of(value)) {
                String place = LABELS + "." + name + "." + code.textValue();
                labels.withObjectProperty(name)
                        .put(code.textValue(), label(field.vocabulary(), code.textValue(), place, langs));
            }
        }
    }

    /** What a value is called in the language asked; empty if none was, or if the value is no code. */
    public Optional<String> label(String vocabulary, Object value) {
        return language == null || vocabulary == null
                ? Optional.empty()
                : Optional.of(label(vocabulary, value.toString(), LABELS, JsonNodeFactory.instance.objectNode()));
    }

    /** Puts what a code is called in the language asked; the member stays as it is where none was. */
    public void putLabel(ObjectNode shown, String member, String vocabulary, String code) {
        if (language != null) {
            ObjectNode langs = JsonNodeFactory.instance.objectNode();
            shown.put(member, label(vocabulary, code, member, langs));
            setUnlessEmpty(shown, langs);
        }
    }

    private String label(String vocabulary, String code, String place, ObjectNode langs) {
        Translated label = terms.label(vocabulary, code);
        for (Language each : language.fallbacks()) {
            String text = each.of(label);
            if (text != null) {
                use(each, place, langs);
                return text;
            }
        }
        return code;
    }

    private ObjectNode projectExpanded(ResourceSchema declaration, ObjectNode expanded) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        expanded.properties()
                .forEach(entry -> shown.set(
                        entry.getKey(),
                        Expansion.target(declaration, entry.getKey())
                                .map(target -> projectReached(register.get(target), entry.getValue()))
                                .orElse(entry.getValue())));
        return shown;
    }

    private JsonNode projectReached(ResourceSchema target, JsonNode reached) {
        if (reached.isNull()) {
            return reached;
        }
        if (!reached.has("data")) {
            return project(target, (ObjectNode) reached, null);
        }
        ObjectNode list = reached.deepCopy();
        ArrayNode data = list.putArray("data");
        reached.get("data").forEach(record -> data.add(project(target, (ObjectNode) record, null)));
        return list;
    }
}
