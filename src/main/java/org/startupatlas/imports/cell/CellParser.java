package org.startupatlas.imports.cell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.startupatlas.http.format.Csv;
import org.startupatlas.record.Currencies;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.record.Folding;
import org.startupatlas.record.StrictJson;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Field.Shape;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Converts the values of a file to the JSON values of fields. A text that cannot be converted is kept as it is, so that
 * the validation of the record refuses it.
 */
@Singleton
public class CellParser {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "oui", "o", "vrai", "نعم", "صحيح");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "non", "faux", "لا", "خطا");

    /** The address of a website without its scheme. */
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\d-]+(\\.[\\p{L}\\d-]+)+([/:?#]\\S*)?");

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[ -]+");

    /** No label of a vocabulary is longer; longer texts are not looked up. */
    private static final int MAX_LABEL_LENGTH = 200;

    /** NDJSON has no cell delimiter, so that every separator may separate the values of a list. */
    private static final char NO_DELIMITER = '\0';

    private final Vocabularies vocabularies;

    public CellParser(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /**
     * Converts a cell of a CSV file.
     *
     * @param delimiter the cell delimiter of the file
     * @return empty if the cell is empty
     */
    public Optional<JsonNode> ofCell(Field field, String cell, char delimiter) {
        String text = Csv.unescaped(cell);
        boolean isEmpty = TextNormalizer.normalize(text, field.isMultiline()).isEmpty();
        return isEmpty ? Optional.empty() : Optional.of(ofText(field, text, delimiter));
    }

    /** Converts a JSON value. A text is converted like a cell. */
    public JsonNode ofJson(Field field, JsonNode json) {
        if (json.isTextual()) {
            return ofText(field, json.textValue(), NO_DELIMITER);
        }
        if (json.isArray() && field.isList()) {
            return ofArray(field, (ArrayNode) json);
        }
        if (json instanceof ObjectNode object && field.shape() == Shape.OBJECT) {
            return ofObject(field, object);
        }
        boolean isYear = field.type() == ValueTypes.PARTIAL_DATE
                && json.isIntegralNumber()
                && YEAR.matcher(json.asText()).matches();
        return isYear ? TextNode.valueOf(json.asText()) : json;
    }

    private JsonNode ofArray(Field field, ArrayNode json) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        Set<JsonNode> seen = new LinkedHashSet<>();
        for (JsonNode element : json) {
            JsonNode value = ofElement(field, element);
            // Two spellings of one code are the same value.
            if (field.isComposed() || field.vocabulary() == null || seen.add(value)) {
                values.add(value);
            }
        }
        return values;
    }

    private JsonNode ofElement(Field field, JsonNode element) {
        if (!field.isComposed()) {
            return element.isTextual() ? ofSingle(field, element.textValue()) : element;
        }
        return element instanceof ObjectNode object ? ofObject(field, object) : element;
    }

    private ObjectNode ofObject(Field field, ObjectNode json) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        json.properties()
                .forEach(property -> object.set(
                        property.getKey(),
                        field.parts().stream()
                                .filter(part -> part.name().equals(property.getKey()))
                                .findFirst()
                                .map(part -> ofJson(part, property.getValue()))
                                .orElse(property.getValue())));
        return object;
    }

    private JsonNode ofText(Field field, String text, char delimiter) {
        return switch (field.shape()) {
            case VALUE -> ofSingle(field, text);
            case VALUES -> ofList(field, text, delimiter);
            case OBJECT -> TextNode.valueOf(text);
            case OBJECTS -> ofObjects(field, text, delimiter);
        };
    }

    private JsonNode ofSingle(Field field, String text) {
        ValueType<?> type = field.type();
        if (field.vocabulary() != null) {
            return TextNode.valueOf(code(field, text).orElse(text));
        }
        if (type == ValueTypes.BOOLEAN) {
            return ofBoolean(text);
        }
        if (type == ValueTypes.INTEGER || type == ValueTypes.DECIMAL) {
            return NumberParser.read(field, text).orElse(TextNode.valueOf(text));
        }
        if (type == ValueTypes.PARTIAL_DATE) {
            return TextNode.valueOf(DateParser.read(text).orElse(text));
        }
        if ("uri".equals(field.format())) {
            return TextNode.valueOf(ofUri(text));
        }
        // Other texts stay as they are, so that a text that is stored unnormalized is not reported as changed.
        boolean isText = type == ValueTypes.TEXT || type == ValueTypes.PROSE;
        return TextNode.valueOf(isText ? text : canonical(field, TextNormalizer.normalize(text, false)));
    }

    /** Returns the stored form of a currency or an external id, if the spelling is certain. */
    private static String canonical(Field field, String text) {
        if (field.isCurrency()) {
            return Currencies.unambiguous(text).orElse(text);
        }
        ExternalIdScheme scheme = field.externalIdScheme();
        return scheme == null ? text : scheme.normalize(text).orElse(text);
    }

    private JsonNode ofList(Field field, String text, char delimiter) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        boolean isExact = field.vocabulary() == null && field.type() != ValueTypes.REFERENCE;
        List<String> parts = isExact
                ? ListSplitter.exact(text)
                : ListSplitter.values(text, delimiter, part -> code(field, part).isPresent());
        parts.forEach(values::add);
        return ofArray(field, values);
    }

    /**
     * Converts JSON as an export writes it into a cell, or a list of names, each of which becomes an object with a
     * name.
     */
    private JsonNode ofObjects(Field field, String text, char delimiter) {
        Optional<Field> mainField = mainField(field);
        if (text.startsWith("[") || mainField.isEmpty()) {
            JsonNode parsed = parsed(text);
            return parsed.isArray() ? ofArray(field, (ArrayNode) parsed) : TextNode.valueOf(text);
        }
        ArrayNode objects = JsonNodeFactory.instance.arrayNode();
        boolean hasCodes = mainField.get().vocabulary() != null;
        // Names may contain commas ("Verod, Inc."); codes do not.
        List<String> values = hasCodes
                ? ListSplitter.values(
                        text, delimiter, name -> code(mainField.get(), name).isPresent())
                : ListSplitter.values(text, ',', name -> false);
        for (String value : values) {
            ObjectNode object = objects.addObject();
            object.set(mainField.get().name(), ofSingle(mainField.get(), value));
            if (field.name().equals("other_names")) {
                // A list of other names does not say of which kind they are.
                object.put("kind", "alternate");
            }
        }
        return objects;
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

    /** Returns the code of a text: the code itself, a label in any language, or a spelling, with or without hyphens. */
    private Optional<String> code(Field field, String text) {
        if (text.length() > MAX_LABEL_LENGTH) {
            return Optional.empty();
        }
        String vocabulary = field.vocabulary();
        if (vocabulary == null || vocabularies.codes(vocabulary).contains(text)) {
            return Optional.of(text).filter(code -> vocabulary != null);
        }
        return vocabularies
                .codeOf(vocabulary, text)
                .or(() -> vocabularies.codeOf(
                        vocabulary, BETWEEN_WORDS.matcher(Folding.fold(text)).replaceAll("_")));
    }

    private static JsonNode ofBoolean(String text) {
        String folded = Folding.fold(text);
        if (YES.contains(folded)) {
            return BooleanNode.TRUE;
        }
        return NO.contains(folded) ? BooleanNode.FALSE : TextNode.valueOf(text);
    }

    private static String ofUri(String text) {
        String address = TextNormalizer.normalize(text, false);
        if (HOST.matcher(address).matches()) {
            return "https://" + address;
        }
        return address.regionMatches(true, 0, "http", 0, 4) ? address : text;
    }
}
