package org.startupatlas.write.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
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
import org.startupatlas.record.WebAddress;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/** Parses single values of the input: each must have the type of its field, and references must exist. */
final class ValueValidator {

    /** The key of a name may be longer than the name: PostgreSQL limits an index entry to 2,704 bytes in total. */
    private static final int MAX_KEY_LENGTH = 500;

    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;
    private final ReferenceResolver references;
    private final List<Violation> violations;

    ValueValidator(
            SchemaRegistry registry,
            Vocabularies vocabularies,
            ReferenceResolver references,
            List<Violation> violations) {
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.references = references;
        this.violations = violations;
    }

    /**
     * Returns the value as it is stored; null if it is invalid, with a violation added to the list.
     *
     * @param isStored whether the record already has that very value: values stored before a rule for texts existed are
     *     accepted, so that another field can be changed
     */
    JsonNode read(Field field, JsonNode value, boolean isStored, String pointer) {
        ValueType<?> type = field.type();
        if (type == ValueTypes.BOOLEAN) {
            return value.isBoolean() ? value : reject(pointer, "wrong-type", "boolean");
        }
        if (type == ValueTypes.INTEGER) {
            return integer(field, value, pointer);
        }
        if (type == ValueTypes.DECIMAL) {
            return decimal(field, value, pointer);
        }
        if (!value.isTextual()) {
            return reject(pointer, "wrong-type", "string");
        }
        return isStored
                ? text(field, value.textValue(), pointer)
                : newText(field, TextNormalizer.normalize(value.textValue(), field.isMultiline()), pointer);
    }

    /** JSON Schema defines an integer by its value, not its notation: 1000, 1000.0, 1e3. */
    private JsonNode integer(Field field, JsonNode value, String pointer) {
        if (!value.isNumber()) {
            return reject(pointer, "wrong-type", "integer");
        }
        Field.Bounds bounds = field.bounds();
        BigDecimal number = value.decimalValue();
        if (number.stripTrailingZeros().scale() > 0) {
            return reject(pointer, "wrong-type", "integer");
        }
        if (!isWithin(bounds, number)) {
            return outOfRange(value, bounds, pointer);
        }
        return value.isIntegralNumber() ? value : LongNode.valueOf(number.longValueExact());
    }

    private JsonNode decimal(Field field, JsonNode value, String pointer) {
        if (!value.isNumber()) {
            return reject(pointer, "wrong-type", "number");
        }
        BigDecimal number = value.decimalValue();
        Field.Bounds bounds = field.bounds();
        if (!isWithin(bounds, number)) {
            return outOfRange(value, bounds, pointer);
        }
        return number.stripTrailingZeros().scale() <= Field.MAX_DECIMALS
                ? plain(value, number)
                : reject(pointer, "too-precise", String.valueOf(Field.MAX_DECIMALS));
    }

    /** Numbers keep the digits they were sent with, except for an exponent: 1.50 stays, 1e3 becomes 1000. */
    private static JsonNode plain(JsonNode value, BigDecimal number) {
        if (number.toString().indexOf('E') < 0) {
            return value;
        }
        return DecimalNode.valueOf(number.signum() == 0 ? BigDecimal.ZERO : number.setScale(0));
    }

    /** Compares without writing the number out: an exponent may stand for a thousand million digits. */
    private static boolean isWithin(Field.Bounds bounds, BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(bounds.min())) >= 0
                && number.compareTo(BigDecimal.valueOf(bounds.max())) <= 0;
    }

    private JsonNode outOfRange(JsonNode value, Field.Bounds bounds, String pointer) {
        return reject(
                pointer,
                "number-out-of-range",
                value.asText(),
                String.valueOf(bounds.min()),
                String.valueOf(bounds.max()));
    }

    /** Parses a normalized text that the record does not have yet. */
    private JsonNode newText(Field field, String text, String pointer) {
        OptionalInt control = TextNormalizer.controlCharacter(text);
        if (control.isPresent()) {
            return reject(pointer, "control-character", TextNormalizer.codePoint(control.getAsInt()));
        }
        if (field.isCurrency() && !text.isEmpty()) {
            return currency(text, pointer);
        }
        if (field.externalIdScheme() != null && !text.isEmpty()) {
            return externalId(field.externalIdScheme(), text, pointer);
        }
        JsonNode read = text(field, text, pointer);
        if (isLink(field) && read.isTextual() && !WebAddress.isPublic(text)) {
            return reject(pointer, "invalid-value", text, "link");
        }
        boolean isNameless = field.isName() && read.isTextual() && !TextNormalizer.hasLetterOrDigit(text);
        return isNameless ? reject(pointer, "no-letter-or-digit", text) : read;
    }

    private JsonNode currency(String text, String pointer) {
        if (Currencies.isCode(text)) {
            return TextNode.valueOf(text);
        }
        violations.add(Violation.at(pointer, "invalid-value", text, "currency")
                .suggesting(ReferenceResolver.nearestCurrency(text).orElse(null)));
        return JsonNodeFactory.instance.nullNode();
    }

    private JsonNode externalId(ExternalIdScheme scheme, String text, String pointer) {
        return scheme.normalize(text)
                .<JsonNode>map(TextNode::valueOf)
                .orElseGet(() -> reject(pointer, "invalid-value", text, scheme.code()));
    }

    private JsonNode text(Field field, String text, String pointer) {
        if (text.isBlank()) {
            return reject(pointer, "empty-value");
        }
        if (length(field, text) > field.maxLength()) {
            return reject(pointer, "too-long", String.valueOf(field.maxLength()));
        }
        if (isKeyTooLong(field, text)) {
            return reject(pointer, "too-long-folded", String.valueOf(MAX_KEY_LENGTH));
        }
        if (field.pattern() != null && !field.pattern().matcher(text).matches()) {
            return reject(pointer, "invalid-value", text, "code");
        }
        if (field.vocabulary() != null) {
            return code(field.vocabulary(), text, pointer);
        }
        ValueType<?> type = field.type();
        if (type == ValueTypes.REFERENCE) {
            return reference(registry.get(field.target()), text, pointer);
        }
        if (type == ValueTypes.PARTIAL_DATE) {
            return PartialDate.parse(text).isPresent()
                    ? TextNode.valueOf(text)
                    : reject(pointer, "invalid-value", text, "partial_date");
        }
        return isLink(field) && WebAddress.host(text).isEmpty()
                ? reject(pointer, "invalid-value", text, "link")
                : TextNode.valueOf(text);
    }

    private static boolean isLink(Field field) {
        return "uri".equals(field.format());
    }

    /**
     * Counts code points, as the OpenAPI document does; for columns whose length the database counts in UTF-16 code
     * units, those.
     */
    private static int length(Field field, String text) {
        boolean isText = field.type() == ValueTypes.TEXT || field.type() == ValueTypes.PROSE;
        return isText ? text.codePointCount(0, text.length()) : text.length();
    }

    private static boolean isKeyTooLong(Field field, String text) {
        return field.type() == ValueTypes.TEXT
                && field.format() == null
                && field.maxLength() <= MAX_KEY_LENGTH
                && Folding.isKeyLongerThan(text, MAX_KEY_LENGTH);
    }

    private JsonNode code(String vocabulary, String word, String pointer) {
        if (vocabularies.codes(vocabulary).contains(word)) {
            return TextNode.valueOf(word);
        }
        violations.add(Violation.at(pointer, "unknown-code", word, ReferenceResolver.codesPath(vocabulary))
                .suggesting(references.nearestCode(vocabulary, word).orElse(null)));
        return JsonNodeFactory.instance.nullNode();
    }

    /** Accepts an id, a slug or a former slug; the id is stored. */
    private JsonNode reference(ResourceSchema target, String idOrSlug, String pointer) {
        Optional<UUID> id = references.resolve(target, idOrSlug);
        if (id.isPresent()) {
            return TextNode.valueOf(id.get().toString());
        }
        violations.add(Violation.at(pointer, "unknown-reference", idOrSlug, target.resource())
                .suggesting(references.nearestSlug(target, idOrSlug).orElse(null)));
        return JsonNodeFactory.instance.nullNode();
    }

    private JsonNode reject(String pointer, String code, String... arguments) {
        violations.add(Violation.at(pointer, code, arguments));
        return JsonNodeFactory.instance.nullNode();
    }
}
