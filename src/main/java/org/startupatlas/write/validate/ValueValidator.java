package org.startupatlas.write.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.Currencies;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.record.Folding;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/** Reads single values that somebody wants written: each must be of its field's type, and lead to what exists. */
final class ValueValidator {

    /** The key of a name may be longer than the name: PostgreSQL limits the entries of an index to 2,704 bytes together. */
    private static final int LONGEST_KEY = 500;

    private final SchemaRegistry register;
    private final Vocabularies terms;
    private final ReferenceResolver lookup;
    private final List<Violation> faults;

    ValueValidator(SchemaRegistry register, Vocabularies terms, ReferenceResolver lookup, List<Violation> faults) {
        this.register = register;
        this.terms = terms;
        this.lookup = lookup;
        this.faults = faults;
    }

    /**
     * The value as it is stored; null if it is none, which is then among the faults.
     *
     * @param isStored whether the record has that very value already: what was stored before a rule for texts existed
     *     stays, so that another field can be changed
     */
    JsonNode read(Field field, JsonNode value, boolean isStored, String pointer) {
        ValueType<?> type = field.type();
        if (type == ValueTypes.BOOLEAN) {
            return value.isBoolean() ? value : refuse(pointer, "wrong-type", "boolean");
        }
        if (type == ValueTypes.INTEGER) {
            return integer(field, value, pointer);
        }
        if (type == ValueTypes.DECIMAL) {
            return decimal(field, value, pointer);
        }
        if (!value.isTextual()) {
            return refuse(pointer, "wrong-type", "string");
        }
        return isStored
                ? text(field, value.textValue(), pointer)
                : newText(field, TextNormalizer.normalize(value.textValue(), field.isMultiline()), pointer);
    }

    /** JSON Schema calls a number an integer by its value, however it is written: 1000, 1000.0, 1e3. */
    private JsonNode integer(Field field, JsonNode value, String pointer) {
        if (!value.isNumber()) {
            return refuse(pointer, "wrong-type", "integer");
        }
        Field.Bounds bounds = field.bounds();
        BigDecimal number = value.decimalValue();
        if (number.stripTrailingZeros().scale() > 0) {
            return refuse(pointer, "wrong-type", "integer");
        }
        if (!isWithin(bounds, number)) {
            return outOfRange(value, bounds, pointer);
        }
        return value.isIntegralNumber() ? value : LongNode.valueOf(number.longValueExact());
    }

    private JsonNode decimal(Field field, JsonNode value, String pointer) {
        if (!value.isNumber()) {
            return refuse(pointer, "wrong-type", "number");
        }
        BigDecimal number = value.decimalValue();
        Field.Bounds bounds = field.bounds();
        if (!isWithin(bounds, number)) {
            return outOfRange(value, bounds, pointer);
        }
        return number.stripTrailingZeros().scale() <= Field.MAX_DECIMALS
                ? written(value, number)
                : refuse(pointer, "too-precise", String.valueOf(Field.MAX_DECIMALS));
    }

    /** Numbers keep the digits they were written with, but for an exponent: 1.50 stays so, 1e3 becomes 1000. */
    private static JsonNode written(JsonNode value, BigDecimal number) {
        if (number.toString().indexOf('E') < 0) {
            return value;
        }
        return DecimalNode.valueOf(number.signum() == 0 ? BigDecimal.ZERO : number.setScale(0));
    }

    /** Compares before anything is written out: an exponent may stand for a thousand million digits. */
    private static boolean isWithin(Field.Bounds bounds, BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(bounds.min())) >= 0
                && number.compareTo(BigDecimal.valueOf(bounds.max())) <= 0;
    }

    private JsonNode outOfRange(JsonNode value, Field.Bounds bounds, String pointer) {
        return refuse(
                pointer,
                "number-out-of-range",
                value.asText(),
                String.valueOf(bounds.min()),
                String.valueOf(bounds.max()));
    }

    /** A text that the record does not have yet, in its normal form. */
    private JsonNode newText(Field field, String text, String pointer) {
        OptionalInt control = TextNormalizer.controlCharacter(text);
        if (control.isPresent()) {
            return refuse(pointer, "control-character", TextNormalizer.codePoint(control.getAsInt()));
        }
        if (field.isCurrency() && !text.isEmpty()) {
            return currency(text, pointer);
        }
        if (field.externalIdScheme() != null && !text.isEmpty()) {
            return externalId(field.externalIdScheme(), text, pointer);
        }
        JsonNode read = text(field, text, pointer);
        boolean isNameless = field.isName() && read.isTextual() && !TextNormalizer.hasLetterOrDigit(text);
        return isNameless ? refuse(pointer, "no-letter-or-digit", text) : read;
    }

    private JsonNode currency(String text, String pointer) {
        if (Currencies.isCode(text)) {
            return TextNode.valueOf(text);
        }
        faults.add(Violation.at(pointer, "invalid-value", text, "currency")
                .suggesting(ReferenceResolver.nearestCurrency(text).orElse(null)));
        return JsonNodeFactory.instance.nullNode();
    }

    private JsonNode externalId(ExternalIdScheme scheme, String text, String pointer) {
        return scheme.normalize(text)
                .<JsonNode>map(TextNode::valueOf)
                .orElseGet(() -> refuse(pointer, "invalid-value", text, scheme.code()));
    }

    private JsonNode text(Field field, String text, String pointer) {
        if (text.isBlank()) {
            return refuse(pointer, "empty-value");
        }
        if (length(field, text) > field.maxLength()) {
            return refuse(pointer, "too-long", String.valueOf(field.maxLength()));
        }
        if (isKeyTooLong(field, text)) {
            return refuse(pointer, "too-long-folded", String.valueOf(LONGEST_KEY));
        }
        if (field.pattern() != null && !field.pattern().matcher(text).matches()) {
            return refuse(pointer, "invalid-value", text, "code");
        }
        if (field.vocabulary() != null) {
            return code(field.vocabulary(), text, pointer);
        }
        ValueType<?> type = field.type();
        if (type == ValueTypes.REFERENCE) {
            return reference(register.get(field.target()), text, pointer);
        }
        if (type == ValueTypes.PARTIAL_DATE) {
            return PartialDate.parse(text).isPresent()
                    ? TextNode.valueOf(text)
                    : refuse(pointer, "invalid-value", text, "partial_date");
        }
        return "uri".equals(field.format()) && !isLink(text)
                ? refuse(pointer, "invalid-value", text, "link")
                : TextNode.valueOf(text);
    }

    /** In characters, as the document counts; of what the database counts as Java does, in those of Java. */
    private static int length(Field field, String text) {
        boolean isText = field.type() == ValueTypes.TEXT || field.type() == ValueTypes.PROSE;
        return isText ? text.codePointCount(0, text.length()) : text.length();
    }

    private static boolean isKeyTooLong(Field field, String text) {
        return field.type() == ValueTypes.TEXT
                && field.format() == null
                && field.maxLength() <= LONGEST_KEY
                && Folding.isKeyLongerThan(text, LONGEST_KEY);
    }

    private JsonNode code(String vocabulary, String word, String pointer) {
        if (terms.codes(vocabulary).contains(word)) {
            return TextNode.valueOf(word);
        }
        faults.add(Violation.at(pointer, "unknown-code", word, ReferenceResolver.codesPath(vocabulary))
                .suggesting(lookup.nearestCode(vocabulary, word).orElse(null)));
        return JsonNodeFactory.instance.nullNode();
    }

    /** People may write a slug, or a name that the record had; what is stored is the id. */
    private JsonNode reference(ResourceSchema target, String idOrSlug, String pointer) {
        Optional<UUID> id = lookup.resolve(target, idOrSlug);
        if (id.isPresent()) {
            return TextNode.valueOf(id.get().toString());
        }
        faults.add(Violation.at(pointer, "unknown-reference", idOrSlug, target.resource())
                .suggesting(lookup.nearestSlug(target, idOrSlug).orElse(null)));
        return JsonNodeFactory.instance.nullNode();
    }

    private static boolean isLink(String text) {
        try {
            URI link = new URI(text);
            return ("http".equals(link.getScheme()) || "https".equals(link.getScheme())) && link.getHost() != null;
        } catch (URISyntaxException noLink) {
            return false;
        }
    }

    private JsonNode refuse(String pointer, String code, String... arguments) {
        faults.add(Violation.at(pointer, code, arguments));
        return JsonNodeFactory.instance.nullNode();
    }
}
