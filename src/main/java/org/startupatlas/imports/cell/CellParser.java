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
 * Turns what a file says of a field into the JSON that the field holds. What cannot be understood stays the text that it
 * was, for the check of the record to refuse it.
 */
@Singleton
public class CellParser {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "oui", "o", "vrai", "نعم", "صحيح");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "non", "faux", "لا", "خطا");

    /** A host, as people write the address of a site. */
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\d-]+(\\.[\\p{L}\\d-]+)+([/:?#]\\S*)?");

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[ -]+");

    /** No label is longer; longer texts are not looked up. */
    private static final int LONGEST_LABEL = 200;

    /** NDJSON has no delimiter that a list could not use. */
    private static final char NO_DELIMITER = '\0';

    private final Vocabularies terms;

    public CellParser(Vocabularies terms) {
        this.terms = terms;
    }

    /**
     * The value that a cell says.
     *
     * @param delimiter what parts the cells of the file
     * @return empty if the cell says nothing
     */
    public Optional<JsonNode> ofCell(Field field, String cell, char delimiter) {
        String text = Csv.unmarked(cell);
        boolean isEmpty = TextNormalizer.normalize(text, field.isMultiline()).isEmpty();
        return isEmpty ? Optional.empty() : Optional.of(ofText(field, text, delimiter));
    }

    /** The value that JSON says, in which texts are understood as cells are where the field holds none. */
    public JsonNode ofJson(Field field, JsonNode said) {
        if (said.isTextual()) {
            return ofText(field, said.textValue(), NO_DELIMITER);
        }
        if (said.isArray() && field.isList()) {
            return ofArray(field, (ArrayNode) said);
        }
        if (said instanceof ObjectNode object && field.shape() == Shape.OBJECT) {
            return ofObject(field, object);
        }
        boolean isYear = field.type() == ValueTypes.PARTIAL_DATE
                && said.isIntegralNumber()
                && YEAR.matcher(said.asText()).matches();
        return isYear ? TextNode.valueOf(said.asText()) : said;
    }

    private JsonNode ofArray(Field field, ArrayNode said) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        Set<JsonNode> seen = new LinkedHashSet<>();
        for (JsonNode element : said) {
            JsonNode value = ofElement(field, element);
            // Two spellings of one code are one code.
            if (field.isComposed() || field.vocabulary() == null || seen.add(value)) {
                values.add(value);
            }
        }
        return values;
    }

    private JsonNode ofElement(Field field, JsonNode element) {
        if (!field.isComposed()) {
            return element.isTextual() ? ofWord(field, element.textValue()) : element;
        }
        return element instanceof ObjectNode object ? ofObject(field, object) : element;
    }

    private ObjectNode ofObject(Field field, ObjectNode said) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        said.properties()
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
            case VALUE -> ofWord(field, text);
            case VALUES -> ofWords(field, text, delimiter);
            case OBJECT -> TextNode.valueOf(text);
            case OBJECTS -> ofObjects(field, text, delimiter);
        };
    }

    private JsonNode ofWord(Field field, String text) {
        ValueType<?> type = field.type();
        if (field.vocabulary() != null) {
            return TextNode.valueOf(meaning(field, text).orElse(text));
        }
        if (type == ValueTypes.BOOLEAN) {
            return truth(text);
        }
        if (type == ValueTypes.INTEGER || type == ValueTypes.DECIMAL) {
            return NumberParser.read(field, text).orElse(TextNode.valueOf(text));
        }
        if (type == ValueTypes.PARTIAL_DATE) {
            return TextNode.valueOf(DateParser.read(text).orElse(text));
        }
        if ("uri".equals(field.format())) {
            return TextNode.valueOf(link(text));
        }
        // Other texts stay as they are, so that one which is stored like that is not told as a change.
        boolean isProse = type == ValueTypes.TEXT || type == ValueTypes.PROSE;
        return TextNode.valueOf(isProse ? text : token(field, TextNormalizer.normalize(text, false)));
    }

    /** A word as it is stored, where it is certain which one is meant. */
    private static String token(Field field, String word) {
        if (field.isCurrency()) {
            return Currencies.unambiguous(word).orElse(word);
        }
        ExternalIdScheme scheme = field.externalIdScheme();
        return scheme == null ? word : scheme.normalize(word).orElse(word);
    }

    private JsonNode ofWords(Field field, String text, char delimiter) {
        ArrayNode words = JsonNodeFactory.instance.arrayNode();
        boolean exact = field.vocabulary() == null && field.type() != ValueTypes.REFERENCE;
        List<String> parts = exact
                ? ListSplitter.exact(text)
                : ListSplitter.words(
                        text, delimiter, part -> meaning(field, part).isPresent());
        parts.forEach(words::add);
        return ofArray(field, words);
    }

    /** JSON as the API writes it into a cell, or names, each of which stands for an object that has only that. */
    private JsonNode ofObjects(Field field, String text, char delimiter) {
        Optional<Field> main = mainPart(field);
        if (text.startsWith("[") || main.isEmpty()) {
            JsonNode parsed = parsed(text);
            return parsed.isArray() ? ofArray(field, (ArrayNode) parsed) : TextNode.valueOf(text);
        }
        ArrayNode objects = JsonNodeFactory.instance.arrayNode();
        boolean coded = main.get().vocabulary() != null;
        // Names have commas of their own ("Verod, Inc."); codes have none.
        List<String> words = coded
                ? ListSplitter.words(
                        text, delimiter, word -> meaning(main.get(), word).isPresent())
                : ListSplitter.words(text, ',', word -> false);
        for (String word : words) {
            ObjectNode object = objects.addObject();
            object.set(main.get().name(), ofWord(main.get(), word));
            if (field.name().equals("other_names")) {
                // Whoever lists other names says no more of them than that.
                object.put("kind", "alternate");
            }
        }
        return objects;
    }

    /** The part that stands for the whole where only words are given: a name, or else a country. */
    private static Optional<Field> mainPart(Field field) {
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
            // It stays the text that it is, and the check of the record says what it should be.
            return TextNode.valueOf(text);
        }
    }

    /** The code that a word is or means: in any of the languages, by a spelling, with or without hyphens. */
    private Optional<String> meaning(Field field, String word) {
        if (word.length() > LONGEST_LABEL) {
            return Optional.empty();
        }
        String vocabulary = field.vocabulary();
        if (vocabulary == null || terms.codes(vocabulary).contains(word)) {
            return Optional.of(word).filter(code -> vocabulary != null);
        }
        return terms.meaning(vocabulary, word)
                .or(() -> terms.meaning(
                        vocabulary, BETWEEN_WORDS.matcher(Folding.fold(word)).replaceAll("_")));
    }

    private static JsonNode truth(String text) {
        String folded = Folding.fold(text);
        if (YES.contains(folded)) {
            return BooleanNode.TRUE;
        }
        return NO.contains(folded) ? BooleanNode.FALSE : TextNode.valueOf(text);
    }

    private static String link(String text) {
        String address = TextNormalizer.normalize(text, false);
        if (HOST.matcher(address).matches()) {
            return "https://" + address;
        }
        return address.regionMatches(true, 0, "http", 0, 4) ? address : text;
    }
}
