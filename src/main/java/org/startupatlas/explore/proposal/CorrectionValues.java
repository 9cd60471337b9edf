package org.startupatlas.explore.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.http.format.Projection;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueTypes;

/** Reads the values that people write into the form as the JSON of their fields. */
final class CorrectionValues {

    private final Vocabularies vocabularies;
    private final Projection projection;
    private final Texts texts;

    CorrectionValues(Vocabularies vocabularies, Projection projection, Texts texts) {
        this.vocabularies = vocabularies;
        this.projection = projection;
        this.texts = texts;
    }

    /**
     * Returns the JSON of a value; empty if none was written. What does not fit the field is passed on as text, for the
     * validation to reject.
     */
    Optional<JsonNode> read(Field field, String text) {
        if (field.isList()) {
            return Optional.of(codes(field, text)).filter(list -> !list.isEmpty());
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(one(field, text));
    }

    private JsonNode codes(Field field, String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Stream.of(text.split("[,،;\n]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .forEach(each -> list.add(code(field, each)));
        return list;
    }

    private JsonNode one(Field field, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (field.isTranslated()) {
            // The texts in the other languages stay as they are.
            return json.objectNode().put(texts.language().code(), text);
        }
        if (field.vocabulary() != null) {
            return json.textNode(code(field, text));
        }
        if (field.type() == ValueTypes.INTEGER) {
            return ValueTypes.INTEGER.read(text).<JsonNode>map(json::numberNode).orElse(json.textNode(text));
        }
        if (field.type() == ValueTypes.DECIMAL) {
            return ValueTypes.DECIMAL
                    .read(text)
                    .<JsonNode>map((BigDecimal number) -> json.numberNode(number))
                    .orElse(json.textNode(text));
        }
        return field.type() == ValueTypes.BOOLEAN ? bool(text) : json.textNode(text);
    }

    private JsonNode bool(String text) {
        if (text.equalsIgnoreCase(texts.get("value.yes"))) {
            return JsonNodeFactory.instance.booleanNode(true);
        }
        return text.equalsIgnoreCase(texts.get("value.no"))
                ? JsonNodeFactory.instance.booleanNode(false)
                : JsonNodeFactory.instance.textNode(text);
    }

    /** Returns the code that a text names by itself or by its label in the language of the page. */
    private String code(Field field, String text) {
        List<String> codes = vocabularies.codes(field.vocabulary());
        return codes.stream()
                .filter(code -> code.equalsIgnoreCase(text)
                        || projection
                                .label(field.vocabulary(), code)
                                .filter(text::equalsIgnoreCase)
                                .isPresent())
                .findFirst()
                .orElse(text);
    }
}
