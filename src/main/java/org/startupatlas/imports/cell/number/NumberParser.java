package org.startupatlas.imports.cell.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Parses numbers as people and spreadsheets write them, if their meaning is certain: with a decimal point or comma,
 * with points, commas, blanks or apostrophes between thousands, in digits of any script.
 *
 * <p>{@code 1,234} is ambiguous. The field decides if it can have only one of the two numbers: an integer has no
 * decimals. Otherwise the other cells of the column decide. If they do not, a sum is not a number, since {@code 98.000}
 * may be both; a point in another decimal number is the decimal point, as the API writes it.
 */
public final class NumberParser {

    /** No number of the registry has as many digits; parsing longer texts would only cost time. */
    private static final int MAX_LENGTH = 40;

    private NumberParser() {}

    /**
     * Returns the number of a numeric field; empty if the text is not a number or is ambiguous.
     *
     * @param isSum whether the field is a sum of money
     */
    public static Optional<JsonNode> read(Field field, String text, NumberStyle style, boolean isSum) {
        return number(field, text, style, isSum).map(number -> toJson(field, number));
    }

    static Optional<BigDecimal> number(Field field, String text, NumberStyle style, boolean isSum) {
        String digits = text.length() > 2 * MAX_LENGTH ? text : Digits.ascii(text);
        NumberShape shape = digits.length() > MAX_LENGTH ? null : NumberShape.of(digits);
        if (shape == null) {
            return Optional.empty();
        }
        if (!shape.isAmbiguous()) {
            return Optional.of(new BigDecimal(shape.plain()));
        }
        Optional<String> decided = Digits.hasArabicDecimals(text)
                ? Optional.of(shape.withDecimals())
                : decided(field, shape, style, isSum);
        return decided.map(BigDecimal::new);
    }

    /** Returns whether a text may be two numbers. */
    public static boolean isAmbiguous(String text) {
        String number = MoneyText.numberIn(text);
        NumberShape shape = number == null ? null : NumberShape.of(number);
        return shape != null && shape.isAmbiguous() && !Digits.hasArabicDecimals(text);
    }

    private static Optional<String> decided(Field field, NumberShape shape, NumberStyle style, boolean isSum) {
        boolean mayHaveDecimals = NumberStyle.isPossible(field, shape.withDecimals());
        boolean mayHaveThousands = NumberStyle.isPossible(field, shape.digits());
        if (mayHaveDecimals != mayHaveThousands) {
            return Optional.of(mayHaveDecimals ? shape.withDecimals() : shape.digits());
        }
        if (style.isCertain()) {
            return Optional.of(style.isBeforeDecimals(shape.separator()) ? shape.withDecimals() : shape.digits());
        }
        boolean isApiNotation = shape.separator() == '.' && field.type() == ValueTypes.DECIMAL && !isSum;
        return isApiNotation ? Optional.of(shape.withDecimals()) : Optional.empty();
    }

    /** Returns a JSON number as a file's number is stored: rounded, and without zeros behind its decimals. */
    public static JsonNode toJson(Field field, BigDecimal number) {
        // An exponent may stand for a thousand million digits.
        if (number.scale() < -MAX_LENGTH || number.precision() - (long) number.scale() > MAX_LENGTH) {
            return DecimalNode.valueOf(number);
        }
        BigDecimal rounded = field.type() == ValueTypes.DECIMAL && number.scale() > Field.MAX_DECIMALS
                ? number.setScale(Field.MAX_DECIMALS, RoundingMode.HALF_UP)
                : number;
        BigDecimal plain = rounded.stripTrailingZeros();
        if (plain.scale() > 0) {
            return DecimalNode.valueOf(plain);
        }
        // The nodes that the JSON parser creates for the same digits.
        BigInteger integer = plain.toBigIntegerExact();
        if (integer.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(integer.intValue());
        }
        return integer.bitLength() < Long.SIZE
                ? LongNode.valueOf(integer.longValue())
                : BigIntegerNode.valueOf(integer);
    }
}
