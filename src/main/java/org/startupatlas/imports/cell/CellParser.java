package org.startupatlas.imports.cell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.startupatlas.imports.cell.date.DateParser;
import org.startupatlas.imports.cell.number.MoneyText;
import org.startupatlas.imports.cell.number.NumberParser;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.Folding;
import org.startupatlas.record.StrictJson;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.record.WebAddress;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Field.Shape;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/** Converts the values of a file to the JSON values of fields, as far as their meaning is certain. */
@Singleton
public class CellParser {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "oui", "o", "vrai", "نعم", "صحيح");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "non", "faux", "لا", "خطا");

    /** The address of a website without its scheme. */
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\d-]+(\\.[\\p{L}\\d-]+)+([/:?#]\\S*)?");

    private static final Pattern SCHEME = Pattern.compile("^https?:", Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** No label of a vocabulary is longer; longer texts are not looked up. */
    private static final int MAX_LABEL_LENGTH = 200;

    /** NDJSON has no cell delimiter, so that every separator may separate the values of a list. */
    private static final char NO_DELIMITER = '\0';

    private static final Set<ValueType<?>> TEXTS =
            Set.of(ValueTypes.TEXT, ValueTypes.PROSE, ValueTypes.TOKEN, ValueTypes.TOKENS);

    private final Vocabularies vocabularies;
    private final CellProblems problems;

    public CellParser(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
        this.problems = new CellProblems(vocabularies);
    }

    /** Returns the problems of cells that are not understood. */
    CellProblems problems() {
        return problems;
    }

    /**
     * Converts a cell of a table.
     *
     * @param delimiter the cell delimiter of the file
     */
    ParsedCell ofCell(Field field, String text, char delimiter, ColumnStyles styles) {
        return switch (field.shape()) {
            case VALUE -> ofSingle(field, text, styles);
            case VALUES -> ofList(field, text, delimiter, styles);
            case OBJECT -> UnknownMarks.isUnknown(field, text)
                    ? ParsedCell.UNKNOWN
                    : ParsedCell.of(TextNode.valueOf(text));
            case OBJECTS -> UnknownMarks.isUnknown(field, text)
                    ? ParsedCell.UNKNOWN
                    : ofObjects(field, text, delimiter, styles);
        };
    }

    /** Converts a JSON value other than an object of fields. A text is converted like a cell. */
    ParsedCell ofJson(Field field, JsonNode json, ColumnStyles styles) {
        if (json.isTextual()) {
            return ofCell(field, json.textValue(), NO_DELIMITER, styles);
        }
        if (json.isArray() && field.isList()) {
            return ofArray(field, json, styles);
        }
        if (field.shape() != Shape.VALUE || json.isNull()) {
            return ParsedCell.of(json);
        }
        return ofScalar(field, json, styles);
    }

    private ParsedCell ofScalar(Field field, JsonNode json, ColumnStyles styles) {
        if (ColumnStyles.isNumber(field) && json.isNumber()) {
            return problems.checked(field, NumberParser.toJson(field, json.decimalValue()), json.asText());
        }
        if (field.type() == ValueTypes.PARTIAL_DATE
                && json.isIntegralNumber()
                && YEAR.matcher(json.asText()).matches()) {
            return ParsedCell.of(TextNode.valueOf(json.asText()));
        }
        if (field.type() == ValueTypes.BOOLEAN && json.isBoolean()) {
            return ParsedCell.of(json);
        }
        String text = json.isContainerNode() ? json.toString() : json.asText();
        return ParsedCell.notUnderstood(
                json, styles.isForeign(field) ? problems.ofForeignId(text) : problems.of(field, text));
    }

    /** Converts the elements of a list; those that are not understood are left out. */
    private ParsedCell ofArray(Field field, JsonNode json, ColumnStyles styles) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        ArrayNode asWritten = JsonNodeFactory.instance.arrayNode();
        List<Violation> notUnderstood = new ArrayList<>();
        Set<JsonNode> seen = new LinkedHashSet<>();
        for (JsonNode element : json) {
            ParsedCell parsed = ofElement(field, element, styles);
            boolean isRepeated = !parsed.isUnknown()
                    && !field.isComposed()
                    && field.vocabulary() != null
                    && !seen.add(parsed.asWritten());
            // Two spellings of one code are the same value.
            if (parsed.isUnknown() || isRepeated) {
                continue;
            }
            asWritten.add(parsed.asWritten());
            if (parsed.value() != null) {
                values.add(parsed.value());
            }
            notUnderstood.addAll(parsed.problems());
        }
        if (asWritten.isEmpty() && !json.isEmpty()) {
            return ParsedCell.UNKNOWN;
        }
        boolean isUnderstood = !values.isEmpty() || asWritten.isEmpty();
        return new ParsedCell(isUnderstood ? values : null, asWritten, notUnderstood);
    }

    private ParsedCell ofElement(Field field, JsonNode element, ColumnStyles styles) {
        if (field.isComposed()) {
            return ParsedCell.of(element instanceof ObjectNode object ? ofObject(field, object, styles) : element);
        }
        return element.isTextual() ? ofSingle(field, element.textValue(), styles) : ParsedCell.of(element);
    }

    /** Converts the parts of an element of a list; a part that is not understood stays as it is, and is refused. */
    private ObjectNode ofObject(Field field, ObjectNode json, ColumnStyles styles) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        json.properties().forEach(property -> {
            JsonNode value = field.parts().stream()
                    .filter(part -> part.name().equals(property.getKey()))
                    .findFirst()
                    .map(part -> ofPart(part, property.getValue(), styles))
                    .orElse(property.getValue());
            object.set(property.getKey(), value);
        });
        return object;
    }

    private JsonNode ofPart(Field part, JsonNode json, ColumnStyles styles) {
        if (json instanceof ObjectNode object && part.shape() == Shape.OBJECT) {
            return ofObject(part, object, styles);
        }
        ParsedCell parsed = ofJson(part, json, styles);
        if (!parsed.isUnknown()) {
            return parsed.asWritten();
        }
        // In JSON, a text is what it says: a label may be "Undisclosed".
        boolean isText = part.vocabulary() == null && TEXTS.contains(part.type());
        return isText ? json : JsonNodeFactory.instance.nullNode();
    }

    private ParsedCell ofSingle(Field field, String text, ColumnStyles styles) {
        if (text.isBlank()) {
            return ParsedCell.UNKNOWN;
        }
        Optional<JsonNode> code = code(field, text).map(TextNode::valueOf);
        if (code.isPresent()) {
            return ParsedCell.of(code.get());
        }
        if (UnknownMarks.isUnknown(field, text)) {
            return ParsedCell.UNKNOWN;
        }
        if (styles.isForeign(field)) {
            return ParsedCell.notUnderstood(text, problems.ofForeignId(text));
        }
        Optional<JsonNode> value = typed(field, text, styles);
        return value.isPresent()
                ? problems.checked(field, value.get(), text)
                : ParsedCell.notUnderstood(text, problems.of(field, text));
    }

    /** Returns the value of a text that is no code; empty if it is not understood. */
    private Optional<JsonNode> typed(Field field, String text, ColumnStyles styles) {
        ValueType<?> type = field.type();
        if (field.vocabulary() != null) {
            return Optional.empty();
        }
        if (type == ValueTypes.BOOLEAN) {
            return ofBoolean(text);
        }
        if (ColumnStyles.isNumber(field)) {
            return NumberParser.read(field, text, styles.number(field), false);
        }
        if (type == ValueTypes.PARTIAL_DATE) {
            return DateParser.read(text, styles.date(field)).map(TextNode::valueOf);
        }
        if ("uri".equals(field.format())) {
            return ofUri(text);
        }
        if (field.isCurrency()) {
            return MoneyText.unit(text)
                    .filter(unit -> unit.code() != null && unit.power() == 0)
                    .map(unit -> TextNode.valueOf(unit.code()));
        }
        String normalized = TextNormalizer.normalize(text, false);
        if (field.externalIdScheme() != null) {
            return field.externalIdScheme().normalize(normalized).map(TextNode::valueOf);
        }
        // Other texts stay as they are, so that a text that is stored unnormalized is not reported as changed; but no
        // text is stored with a tab.
        boolean isText = type == ValueTypes.TEXT || type == ValueTypes.PROSE;
        return Optional.of(TextNode.valueOf(isText ? text.replace('\t', ' ') : normalized));
    }

    private ParsedCell ofList(Field field, String text, char delimiter, ColumnStyles styles) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        boolean isExact = field.vocabulary() == null && field.type() != ValueTypes.REFERENCE;
        List<String> parts = isExact
                ? ListSplitter.exact(text)
                : ListSplitter.values(text, delimiter, part -> code(field, part).isPresent());
        parts.forEach(values::add);
        return values.isEmpty() ? ParsedCell.UNKNOWN : ofArray(field, values, styles);
    }

    /**
     * Converts JSON as an export writes it into a cell, or a list of names, each of which becomes an object with a
     * name.
     */
    private ParsedCell ofObjects(Field field, String text, char delimiter, ColumnStyles styles) {
        Optional<Field> mainField = mainField(field);
        if (text.startsWith("[") || mainField.isEmpty()) {
            JsonNode parsed = parsed(text);
            return parsed.isArray()
                    ? ofArray(field, parsed, styles)
                    : ParsedCell.notUnderstood(text, problems.ofList(text));
        }
        ArrayNode objects = JsonNodeFactory.instance.arrayNode();
        ArrayNode asWritten = JsonNodeFactory.instance.arrayNode();
        List<Violation> notUnderstood = new ArrayList<>();
        for (String value : names(mainField.get(), text, delimiter)) {
            ParsedCell name = ofSingle(mainField.get(), value, styles);
            if (!name.isUnknown()) {
                asWritten.add(object(field, mainField.get(), name.asWritten()));
                notUnderstood.addAll(name.problems());
            }
            if (name.value() != null) {
                objects.add(object(field, mainField.get(), name.value()));
            }
        }
        return new ParsedCell(
                objects.isEmpty() ? null : objects, asWritten.isEmpty() ? null : asWritten, notUnderstood);
    }

    /** Splits a list of names, which may contain commas ("Verod, Inc."), or of codes, which do not. */
    private List<String> names(Field mainField, String text, char delimiter) {
        return mainField.vocabulary() != null
                ? ListSplitter.values(
                        text, delimiter, name -> code(mainField, name).isPresent())
                : ListSplitter.values(text, ',', name -> false);
    }

    private static ObjectNode object(Field field, Field mainField, JsonNode value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode().set(mainField.name(), value);
        if (field.name().equals("other_names")) {
            // A list of other names does not say of which kind they are.
            object.put("kind", "alternate");
        }
        return object;
    }

    /** Returns the field of an object that is set if a file has only texts: the name, or else the country. */
    private static Optional<Field> mainField(Field field) {
        return field.parts().stream()
                .filter(part -> part.name().equals("name"))
                .findFirst()
                .or(() -> field.parts().stream()
                        .filter(part -> ResourceSchema.COUNTRIES.equals(part.vocabulary()))
                        .findFirst());
    }

    private static JsonNode parsed(String text) {
        try {
            return StrictJson.read(text);
        } catch (JsonProcessingException notJson) {
            // The text is kept, and the validation of the record refuses it.
            return TextNode.valueOf(text);
        }
    }

    /** Returns the code of a text: the code itself, a label in any language, or a spelling. */
    private Optional<String> code(Field field, String text) {
        String vocabulary = field.vocabulary();
        if (vocabulary == null || text.length() > MAX_LABEL_LENGTH) {
            return Optional.empty();
        }
        if (vocabularies.codes(vocabulary).contains(text)) {
            return Optional.of(text);
        }
        // Before the marks for nothing: NA is a country. After them, N/A is none.
        Optional<String> exact = vocabularies.codeOfLabel(vocabulary, text);
        return exact.isPresent() || UnknownMarks.isUnknown(field, text) ? exact : vocabularies.codeOf(vocabulary, text);
    }

    private static Optional<JsonNode> ofBoolean(String text) {
        String folded = Folding.fold(TextNormalizer.normalize(text, false));
        if (YES.contains(folded)) {
            return Optional.of(BooleanNode.TRUE);
        }
        return NO.contains(folded) ? Optional.of(BooleanNode.FALSE) : Optional.empty();
    }

    private static Optional<JsonNode> ofUri(String text) {
        String address = SCHEME.matcher(TextNormalizer.normalize(text, false))
                .replaceFirst(scheme -> scheme.group().toLowerCase(Locale.ROOT));
        String url = HOST.matcher(address).matches() ? "https://" + address : address;
        return WebAddress.isPublic(url) ? Optional.of(TextNode.valueOf(url)) : Optional.empty();
    }
}
