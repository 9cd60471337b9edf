package org.startupatlas.imports.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.type.ValueTypes;

/**
 * Parses numbers as people and spreadsheets write them, if their meaning is certain: with a decimal point or comma,
 * with points, commas, spaces or apostrophes as thousands separators, in Arabic-Indic digits.
 *
 * <p>{@code 1,234} is ambiguous. The field decides: an integer has no decimals, and no latitude has a thousand degrees.
 * If both interpretations are possible ({@code 1,000} people, {@code 1,234} dirhams) the text is not a number. A single
 * point in a decimal number is always the decimal point, as the API writes it.
 */
final class NumberParser {

    /** No number of the registry has as many digits; parsing longer texts would only cost time. */
    private static final int MAX_LENGTH = 40;

    private static final char ARABIC_DECIMAL_SIGN = '\u066b';
    private static final char ARABIC_THOUSANDS_SIGN = '\u066c';

    /** Spaces of any width, and apostrophes as used in Switzerland. */
    private static final Pattern GROUPED_BY_SPACE =
            Pattern.compile("(-?\\d{1,3}(?:[ \u00a0\u2007\u2009\u202f'\u2019]\\d{3})+)(?:[.,](\\d+))?");

    private static final Pattern SPACES = Pattern.compile("[ \u00a0\u2007\u2009\u202f'\u2019]");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+");
    private static final Pattern POINT = Pattern.compile("-?\\d+\\.\\d+");
    private static final Pattern COMMA = Pattern.compile("-?\\d+,\\d+");
    private static final Pattern ONE_GROUP = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern BY_COMMAS =
            Pattern.compile("-?\\d{1,3}(,\\d{3}){2,}(\\.\\d+)?|-?\\d{1,3},\\d{3}\\.\\d+");
    private static final Pattern BY_POINTS =
            Pattern.compile("-?\\d{1,3}(\\.\\d{3}){2,}(,\\d+)?|-?\\d{1,3}\\.\\d{3},\\d+");

    private NumberParser() {}

    /** Returns the number of a numeric field; empty if the text is not a number or is ambiguous. */
    static Optional<JsonNode> read(Field field, String text) {
        String digits = asciiDigits(text.strip());
        boolean isCertainlyDecimal = text.indexOf(ARABIC_DECIMAL_SIGN) >= 0;
        if (digits.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Set<BigDecimal> interpretations = new LinkedHashSet<>();
        interpretations(field, digits, isCertainlyDecimal)
                .map(BigDecimal::new)
                .map(number -> field.type() == ValueTypes.INTEGER ? withoutTrailingZeros(number) : number)
                .filter(number -> number.scale() <= 0 || field.type() != ValueTypes.INTEGER)
                .forEach(interpretations::add);
        if (interpretations.size() > 1) {
            interpretations.removeIf(number -> !isInBounds(field.bounds(), number));
        }
        return interpretations.size() == 1
                ? Optional.of(toJson(interpretations.iterator().next()))
                : Optional.empty();
    }

    private static Stream<String> interpretations(Field field, String digits, boolean isCertainlyDecimal) {
        var grouped = GROUPED_BY_SPACE.matcher(digits);
        if (grouped.matches()) {
            String integer = SPACES.matcher(grouped.group(1)).replaceAll("");
            return Stream.of(grouped.group(2) == null ? integer : integer + "." + grouped.group(2));
        }
        if (BY_COMMAS.matcher(digits).matches()) {
            return Stream.of(digits.replace(",", ""));
        }
        if (BY_POINTS.matcher(digits).matches()) {
            return Stream.of(digits.replace(".", "").replace(',', '.'));
        }
        boolean hasPoint = POINT.matcher(digits).matches();
        if (hasPoint && field.type() == ValueTypes.DECIMAL
                || PLAIN.matcher(digits).matches()) {
            return Stream.of(digits);
        }
        if (!hasPoint && !COMMA.matcher(digits).matches()) {
            return Stream.empty();
        }
        Stream<String> decimal = Stream.of(digits.replace(',', '.'));
        return ONE_GROUP.matcher(digits).matches() && !isCertainlyDecimal
                ? Stream.concat(decimal, Stream.of(digits.replaceAll("[.,]", "")))
                : decimal;
    }

    /** Removes trailing zeros: spreadsheets and programs write integers as {@code 2020.0}. */
    private static BigDecimal withoutTrailingZeros(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 ? stripped.setScale(0) : number;
    }

    private static boolean isInBounds(Field.Bounds bounds, BigDecimal number) {
        return bounds == null
                || number.compareTo(BigDecimal.valueOf(bounds.min())) >= 0
                        && number.compareTo(BigDecimal.valueOf(bounds.max())) <= 0;
    }

    /** Returns the node that the JSON parser creates for the same digits. */
    private static JsonNode toJson(BigDecimal number) {
        if (number.scale() > 0) {
            return DecimalNode.valueOf(number);
        }
        BigInteger integer = number.toBigIntegerExact();
        if (integer.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(integer.intValue());
        }
        return integer.bitLength() < Long.SIZE
                ? LongNode.valueOf(integer.longValue())
                : BigIntegerNode.valueOf(integer);
    }

    /**
     * Converts digits of any script, Arabic separators and the typographic minus to ASCII, and removes direction marks.
     */
    static String asciiDigits(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (Character.getType(codePoint) == Character.FORMAT) {
                return;
            }
            int digit = Character.digit(codePoint, 10);
            if (digit >= 0) {
                ascii.append((char) ('0' + digit));
            } else if (codePoint == ARABIC_DECIMAL_SIGN) {
                ascii.append(',');
            } else if (codePoint == ARABIC_THOUSANDS_SIGN) {
                // A space is a thousands separator too, and is never before decimals.
                ascii.append(' ');
            } else {
                ascii.appendCodePoint(codePoint == '\u2212' ? '-' : codePoint);
            }
        });
        return ascii.toString();
    }
}
