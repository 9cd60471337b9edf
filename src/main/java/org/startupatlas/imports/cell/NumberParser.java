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
 * Understands numbers as people and their spreadsheets write them, where it is certain what they mean: with a decimal
 * point or comma, with points, commas, spaces or apostrophes between thousands, in Arabic-Indic digits.
 *
 * <p>{@code 1,234} may be either. Its field decides: a whole number has no digits behind the comma, and a latitude is
 * none of a thousand degrees. Where both readings fit ({@code 1,000} people, {@code 1,234} dirhams) none is taken. A
 * single point in a decimal number is always the decimal point, as the API writes it.
 */
final class NumberParser {

    /** No figure of the registry has as many; reading more digits would only cost time. */
    private static final int LONGEST = 40;

    private static final char ARABIC_DECIMAL_SIGN = '\u066b';
    private static final char ARABIC_THOUSANDS_SIGN = '\u066c';

    /** Spaces of any width, and the apostrophes of Swiss figures. */
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

    /** The number of a field of numbers; empty where the text is none, or may be two. */
    static Optional<JsonNode> read(Field field, String text) {
        String digits = asciiDigits(text.strip());
        boolean surelyDecimal = text.indexOf(ARABIC_DECIMAL_SIGN) >= 0;
        if (digits.length() > LONGEST) {
            return Optional.empty();
        }
        Set<BigDecimal> readings = new LinkedHashSet<>();
        readings(field, digits, surelyDecimal)
                .map(BigDecimal::new)
                .map(number -> field.type() == ValueTypes.INTEGER ? whole(number) : number)
                .filter(number -> number.scale() <= 0 || field.type() != ValueTypes.INTEGER)
                .forEach(readings::add);
        if (readings.size() > 1) {
            readings.removeIf(number -> !fits(field.bounds(), number));
        }
        return readings.size() == 1 ? Optional.of(node(readings.iterator().next())) : Optional.empty();
    }

    private static Stream<String> readings(Field field, String digits, boolean surelyDecimal) {
        var spaced = GROUPED_BY_SPACE.matcher(digits);
        if (spaced.matches()) {
            String whole = SPACES.matcher(spaced.group(1)).replaceAll("");
            return Stream.of(spaced.group(2) == null ? whole : whole + "." + spaced.group(2));
        }
        if (BY_COMMAS.matcher(digits).matches()) {
            return Stream.of(digits.replace(",", ""));
        }
        if (BY_POINTS.matcher(digits).matches()) {
            return Stream.of(digits.replace(".", "").replace(',', '.'));
        }
        boolean point = POINT.matcher(digits).matches();
        if (point && field.type() == ValueTypes.DECIMAL || PLAIN.matcher(digits).matches()) {
            return Stream.of(digits);
        }
        if (!point && !COMMA.matcher(digits).matches()) {
            return Stream.empty();
        }
        Stream<String> decimal = Stream.of(digits.replace(',', '.'));
        return ONE_GROUP.matcher(digits).matches() && !surelyDecimal
                ? Stream.concat(decimal, Stream.of(digits.replaceAll("[.,]", "")))
                : decimal;
    }

    /** Spreadsheets and programs write whole numbers as {@code 2020.0}. */
    private static BigDecimal whole(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 ? stripped.setScale(0) : number;
    }

    private static boolean fits(Field.Bounds bounds, BigDecimal number) {
        return bounds == null
                || number.compareTo(BigDecimal.valueOf(bounds.min())) >= 0
                        && number.compareTo(BigDecimal.valueOf(bounds.max())) <= 0;
    }

    /** As the JSON parser makes it of the same digits. */
    private static JsonNode node(BigDecimal number) {
        if (number.scale() > 0) {
            return DecimalNode.valueOf(number);
        }
        BigInteger whole = number.toBigIntegerExact();
        if (whole.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(whole.intValue());
        }
        return whole.bitLength() < Long.SIZE ? LongNode.valueOf(whole.longValue()) : BigIntegerNode.valueOf(whole);
    }

    /** Digits of any script, the Arabic signs between them and the typographic minus, as ASCII; direction marks go. */
    static String asciiDigits(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.FORMAT) {
                return;
            }
            int digit = Character.digit(point, 10);
            if (digit >= 0) {
                ascii.append((char) ('0' + digit));
            } else if (point == ARABIC_DECIMAL_SIGN) {
                ascii.append(',');
            } else if (point == ARABIC_THOUSANDS_SIGN) {
                // Between thousands, as a space is: it never stands before decimals.
                ascii.append(' ');
            } else {
                ascii.appendCodePoint(point == '\u2212' ? '-' : point);
            }
        });
        return ascii.toString();
    }
}
