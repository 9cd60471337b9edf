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
import org.startupatlas.query.expand.RelationAggregates;
import org.startupatlas.record.Translated;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.relation.RelationFacet;

/** Projects records to what a request selects: some fields only, or texts in one language with the labels of codes. */
public final class Projection {

    /** The key of the labels, present if one language is requested. */
    public static final String LABELS = "labels";

    /** The key of the languages of the texts that are not available in the requested one. */
    public static final String LANGS = "langs";

    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;
    private final Language language;
    private final Set<Language> used = EnumSet.noneOf(Language.class);

    /** Creates a projection to texts in this language, or in all three for null. */
    public Projection(SchemaRegistry registry, Vocabularies vocabularies, Language language) {
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.language = language;
    }

    /** Returns the languages of the projected texts. */
    public List<Language> languages() {
        return List.copyOf(used);
    }

    /** Adds a language to those of the projected texts, for a text that is not one of a record. */
    public void addLanguage(Language each) {
        used.add(each);
    }

    /** Returns the record with these fields, or all of them for null, and the expanded members. */
    public ObjectNode project(ResourceSchema schema, ObjectNode record, List<String> fields) {
        ObjectNode projected = JsonNodeFactory.instance.objectNode();
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        ObjectNode langs = JsonNodeFactory.instance.objectNode();
        for (Field field : schema.fields()) {
            JsonNode value = select(field, record.get(field.name()), fields);
            if (value != null && language != null && field.isTranslated()) {
                value = record.get(field.name()); // all three texts, even if only some of them were selected
            }
            if (value != null) {
                projected.set(field.name(), language == null ? value : inOneLanguage(field, value, langs));
                if (language != null) {
                    addLabels(labels, field.name(), field, value, langs);
                }
            }
        }
        if (language != null) {
            addLabelsOfExpanded(labels, schema, record.path(Expander.EXPANDED), langs);
            projected.set(LABELS, labels);
        }
        setUnlessEmpty(projected, langs);
        if (record.has(Expander.EXPANDED)) {
            projected.set(Expander.EXPANDED, projectExpanded(schema, (ObjectNode) record.get(Expander.EXPANDED)));
        }
        return projected;
    }

    /** Returns the parts of the value that the fields select; null if they select none. */
    private static JsonNode select(Field field, JsonNode value, List<String> fields) {
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

    private static void setUnlessEmpty(ObjectNode projected, ObjectNode langs) {
        if (!langs.isEmpty()) {
            projected.set(LANGS, langs);
        }
    }

    /**
     * Returns the text in the requested language, else in the next fallback that exists, which is then listed in
     * {@code langs}.
     */
    private JsonNode collapse(JsonNode translated, String name, ObjectNode langs) {
        for (Language each : language.fallbacks()) {
            JsonNode text = translated.get(each.code());
            if (text != null && !text.isNull()) {
                addLanguage(each, name, langs);
                return text;
            }
        }
        return JsonNodeFactory.instance.nullNode();
    }

    private void addLanguage(Language each, String name, ObjectNode langs) {
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
                String path = LABELS + "." + name + "." + code.textValue();
                labels.withObjectProperty(name)
                        .put(code.textValue(), labelOrFallback(field.vocabulary(), code.textValue(), path, langs));
            }
        }
    }

    /** Adds the labels of the codes in computed values; expanded records have labels of their own. */
    private void addLabelsOfExpanded(ObjectNode labels, ResourceSchema schema, JsonNode expanded, ObjectNode langs) {
        schema.derivedFields().stream()
                .filter(derived -> expanded.has(derived.name()))
                .forEach(derived ->
                        addLabels(labels, derived.name(), derived.field(), expanded.get(derived.name()), langs));
        for (RelationFacet facet : schema.facets()) {
            ArrayNode codes = JsonNodeFactory.instance.arrayNode();
            expanded.path(facet.name()).forEach(value -> codes.add(value.get(RelationAggregates.VALUE)));
            addLabels(
                    labels, facet.name() + "." + RelationAggregates.VALUE, registry.field(schema, facet), codes, langs);
        }
    }

    /**
     * Returns the label of a value in the requested language; empty if none was requested, or if the value is not a
     * code.
     */
    public Optional<String> label(String vocabulary, Object value) {
        return language == null || vocabulary == null
                ? Optional.empty()
                : Optional.of(
                        labelOrFallback(vocabulary, value.toString(), LABELS, JsonNodeFactory.instance.objectNode()));
    }

    /**
     * Returns the label of a code in the requested language; empty if none was requested. If the label exists only in
     * another one, {@code langs} names that for the member.
     */
    public Optional<String> label(String vocabulary, String code, String member, ObjectNode langs) {
        return language == null ? Optional.empty() : Optional.of(labelOrFallback(vocabulary, code, member, langs));
    }

    private String labelOrFallback(String vocabulary, String code, String path, ObjectNode langs) {
        Translated label = vocabularies.label(vocabulary, code);
        for (Language each : language.fallbacks()) {
            String text = each.of(label);
            if (text != null) {
                addLanguage(each, path, langs);
                return text;
            }
        }
        return code;
    }

    private ObjectNode projectExpanded(ResourceSchema schema, ObjectNode expanded) {
        ObjectNode projected = JsonNodeFactory.instance.objectNode();
        expanded.properties()
                .forEach(entry -> projected.set(
                        entry.getKey(),
                        Expansion.target(schema, entry.getKey())
                                .map(target -> projectTarget(registry.get(target), entry.getValue()))
                                .orElse(entry.getValue())));
        return projected;
    }

    private JsonNode projectTarget(ResourceSchema target, JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        if (!value.has("data")) {
            return project(target, (ObjectNode) value, null);
        }
        ObjectNode list = value.deepCopy();
        ArrayNode data = list.putArray("data");
        value.get("data").forEach(record -> data.add(project(target, (ObjectNode) record, null)));
        return list;
    }
}
