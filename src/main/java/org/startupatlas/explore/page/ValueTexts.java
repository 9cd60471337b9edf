package org.startupatlas.explore.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.explore.view.Phrase;
import org.startupatlas.http.PagePaths;
import org.startupatlas.http.format.Projection;
import org.startupatlas.query.expand.Expander;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.type.ValueTypes;

/** Writes the values of a record in one language for people, with links where they lead somewhere. */
public final class ValueTexts {

    /** The resources whose lists have pages, with the filters of the API. */
    static final Set<String> WITH_FILTERS = Set.of("startups", "programs", "partners");

    private static final String SEPARATOR = " · ";

    private final PageRequest request;
    private final Texts texts;
    private final ResourceSchema schema;

    public ValueTexts(PageRequest request, ResourceSchema schema) {
        this.request = request;
        this.texts = request.texts();
        this.schema = schema;
    }

    /** Returns the values of a field; empty if it has none. */
    public List<Anchor> texts(ObjectNode record, String name) {
        Field field = schema.field(name).orElseThrow();
        JsonNode value = record.path(name);
        if (field.isTranslated()) {
            Phrase phrase = phrase(record, name);
            return phrase == null ? List.of() : List.of(new Anchor(phrase.text(), null, phrase.lang()));
        }
        List<Anchor> anchors = new ArrayList<>();
        for (JsonNode element : field.isList() ? value : List.of(value)) {
            if (!element.isNull() && !element.isMissingNode()) {
                Anchor anchor = field.isComposed() ? ofObject(record, field, element) : ofValue(record, field, element);
                if (!anchor.text().isEmpty()) {
                    anchors.add(anchor);
                }
            }
        }
        return anchors;
    }

    /** Returns the values of a field that are in no record, such as those before a change or of a proposal. */
    public List<Anchor> texts(String name, JsonNode value, Projection projection) {
        ObjectNode alone = JsonNodeFactory.instance.objectNode().set(name, value);
        return texts(projection.project(schema, alone, null), name);
    }

    /** Returns a text that a record has in several languages; null if it has none. */
    public Phrase phrase(ObjectNode record, String name) {
        JsonNode text = record.path(name);
        return text.isTextual()
                ? new Phrase(text.textValue(), record.path("langs").path(name).textValue())
                : null;
    }

    /** Returns the page of a record; null if records of its resource have none. */
    public Anchor record(String resource, JsonNode record) {
        String name = record.path("name").textValue();
        return new Anchor(
                name,
                PagePaths.hasPages(resource)
                        ? request.path(resource, record.get("slug").textValue())
                        : null);
    }

    /** Returns whether a field names a record that is shown by its name; countries have labels, as codes do. */
    public static boolean isReference(Field field) {
        return field.target() != null && field.vocabulary() == null;
    }

    private Anchor ofValue(ObjectNode record, Field field, JsonNode value) {
        if (isReference(field)) {
            JsonNode target = expandedOne(record, field.name(), value.asText());
            return target == null ? new Anchor("", null) : record(field.target(), target);
        }
        String text = text(record, field, field.name(), value);
        if (field.type() == ValueTypes.TEXT && (text.startsWith("https://") || text.startsWith("http://"))) {
            return new Anchor(text, text);
        }
        boolean isFilter = field.vocabulary() != null && WITH_FILTERS.contains(schema.resource());
        return new Anchor(text, isFilter ? filter(field.name(), value.asText()) : null);
    }

    private String filter(String field, String code) {
        return new PageUrl(request.path(schema.resource()), List.of(new Parameter(field, code))).toString();
    }

    private Anchor ofObject(ObjectNode record, Field field, JsonNode element) {
        if (element.has("min") && element.has("max")) {
            return new Anchor(range(element), null);
        }
        JsonNode target = field.parts().stream()
                .filter(ValueTexts::isReference)
                .map(part -> expandedOne(
                        record, field.name(), element.path(part.name()).asText()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String text = field.parts().stream()
                .filter(part -> !isReference(part) && element.hasNonNull(part.name()))
                .filter(part -> target == null || !part.name().equals("name"))
                .map(part -> text(record, part, field.name() + "." + part.name(), element.get(part.name())))
                .collect(Collectors.joining(SEPARATOR));
        if (target == null) {
            return new Anchor(text, null);
        }
        Anchor page = record(target(field), target);
        return new Anchor(text.isEmpty() ? page.text() : page.text() + SEPARATOR + text, page.href());
    }

    /** Returns a range of money, of which either end may not be known. */
    private String range(JsonNode money) {
        String numbers = Stream.of("min", "max")
                .map(money::get)
                .filter(JsonNode::isNumber)
                .distinct()
                .map(number -> texts.number(number.decimalValue()))
                .collect(Collectors.joining(" – "));
        return numbers.isEmpty() ? "" : numbers + " " + money.path("currency").asText("");
    }

    private static String target(Field field) {
        return field.parts().stream()
                .filter(ValueTexts::isReference)
                .map(Field::target)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the expanded record of that id; null if it is not expanded. */
    private static JsonNode expandedOne(ObjectNode record, String field, String id) {
        JsonNode expanded = record.path(Expander.EXPANDED).path(field);
        if (!expanded.has("data")) {
            return expanded.path("id").asText().equals(id) ? expanded : null;
        }
        return StreamSupport.stream(expanded.get("data").spliterator(), false)
                .filter(each -> each.path("id").asText().equals(id))
                .findFirst()
                .orElse(null);
    }

    private String text(ObjectNode record, Field field, String path, JsonNode value) {
        if (field.isTranslated()) {
            return value.isTextual() ? value.textValue() : "";
        }
        if (field.vocabulary() != null) {
            return Labels.of(record, path, value.asText());
        }
        if (field.type() == ValueTypes.PARTIAL_DATE) {
            return texts.date(value.textValue());
        }
        if (field.type() == ValueTypes.TIMESTAMP) {
            return texts.day(
                    Instant.parse(value.textValue()).atOffset(ZoneOffset.UTC).toLocalDate());
        }
        if (value.isBoolean()) {
            return texts.get(value.booleanValue() ? "value.yes" : "value.no");
        }
        return value.isNumber() ? texts.number(value.decimalValue()) : value.asText();
    }
}
