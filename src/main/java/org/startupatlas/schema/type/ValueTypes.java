package org.startupatlas.schema.type;

import static org.startupatlas.schema.type.Operator.CONTAINS;
import static org.startupatlas.schema.type.Operator.EQUAL;
import static org.startupatlas.schema.type.Operator.GREATER;
import static org.startupatlas.schema.type.Operator.GREATER_OR_EQUAL;
import static org.startupatlas.schema.type.Operator.LESS;
import static org.startupatlas.schema.type.Operator.LESS_OR_EQUAL;
import static org.startupatlas.schema.type.Operator.STARTS;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.startupatlas.record.Folding;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.sql.SqlBuilder;

/** The types of values, each with its operators. */
public final class ValueTypes {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** An integer has at most ten characters ("-2147483648"); more digits would only cost time. */
    private static final Pattern INTEGER_TEXT = Pattern.compile("-?\\d{1,10}");

    /** Sums of money and coordinates; eighteen digits before the point are more than any of them has. */
    private static final Pattern DECIMAL_TEXT = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

    /** One of a closed list of words: a vocabulary's codes, the countries' alpha-2 codes. */
    public static final ValueType<String> CODE = exact("code");

    /** A word of no closed list that is compared as it is: a slug, a currency, an identifier in another register. */
    public static final ValueType<String> TOKEN = exact("token");

    /** Codes of a closed list, together in one column. */
    public static final ValueType<String> CODES = severalExact("code");

    /** Words of no closed list, together in one column. */
    public static final ValueType<String> TOKENS = severalExact("token");

    /** The id of a record. */
    public static final ValueType<UUID> ID = identifier("id");

    /** The id of another record; a parameter may say its slug instead. */
    public static final ValueType<UUID> REFERENCE = identifier("reference");

    /** A name or another short text, compared by its folded key. */
    public static final ValueType<byte[]> TEXT = text("text", byte[].class)
            .with(
                    EQUAL,
                    (sql, column, keys) -> sql.append(column).append(" = ").bind(keys.get(0)),
                    (node, keys) -> Arrays.equals(key(node), keys.get(0)))
            .with(STARTS, ValueTypes::writeStarts, (node, keys) -> startsWith(key(node), keys.get(0)))
            .with(CONTAINS, ValueTypes::writeContains, ValueTypes::contains);

    /** A longer text, in which only words are looked for, by its folded key. */
    public static final ValueType<byte[]> PROSE =
            text("prose", null).with(CONTAINS, ValueTypes::writeContains, ValueTypes::contains);

    /** A whole number of 32 bits. */
    public static final ValueType<Integer> INTEGER =
            ordered("integer", Integer.class, ValueTypes::readInteger, JsonNode::intValue);

    /** A decimal number. */
    public static final ValueType<BigDecimal> DECIMAL = ordered(
            "decimal",
            BigDecimal.class,
            text -> DECIMAL_TEXT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty(),
            JsonNode::decimalValue);

    /** A point in time, RFC 3339; stored are whole milliseconds. */
    public static final ValueType<Instant> TIMESTAMP =
            ordered("timestamp", Instant.class, TimestampParser::parse, node -> Instant.parse(node.textValue()));

    /** Yes or no. */
    public static final ValueType<Boolean> BOOLEAN = new ValueType<>(
                    "boolean",
                    "boolean",
                    false,
                    text -> switch (text) {
                        case "true" -> Optional.of(true);
                        case "false" -> Optional.of(false);
                        default -> Optional.empty();
                    },
                    List.of(""),
                    null)
            .with(
                    EQUAL,
                    (sql, column, values) -> sql.append(column).append(" = ").bind(values.get(0)),
                    (node, values) -> node.booleanValue() == values.get(0));

    /**
     * A {@link PartialDate}. It equals each period within which it lies; {@code gte} and {@code gt} compare its first day,
     * {@code lte} and {@code lt} its last, so that what is only perhaps after a day is not found as certainly after it.
     */
    public static final ValueType<PartialDate> PARTIAL_DATE = new ValueType<>(
                    "partial_date",
                    "partial_date",
                    true,
                    PartialDate::parse,
                    List.of("_first", "_last"),
                    LocalDate.class)
            .with(EQUAL, ValueTypes::writeLiesWithin, (node, dates) -> dates.stream()
                    .anyMatch(PartialDate.of(node.textValue())::liesWithin))
            .with(LESS, day("_last", " < ", PartialDate::first), (node, dates) -> PartialDate.of(node.textValue())
                    .last()
                    .isBefore(dates.get(0).first()))
            .with(LESS_OR_EQUAL, day("_last", " <= ", PartialDate::last), (node, dates) -> !PartialDate.of(
                            node.textValue())
                    .last()
                    .isAfter(dates.get(0).last()))
            .with(GREATER, day("_first", " > ", PartialDate::last), (node, dates) -> PartialDate.of(node.textValue())
                    .first()
                    .isAfter(dates.get(0).last()))
            .with(GREATER_OR_EQUAL, day("_first", " >= ", PartialDate::first), (node, dates) -> !PartialDate.of(
                            node.textValue())
                    .first()
                    .isBefore(dates.get(0).first()));

    private ValueTypes() {}

    /** Whether a text is written as a UUID is. */
    public static boolean isUuid(String text) {
        return UUID_TEXT.matcher(text).matches();
    }

    /** Whether two texts name the same time, however they are written. */
    public static boolean isSameTime(String one, String other) {
        Optional<Instant> time = TIMESTAMP.read(one);
        return time.isPresent() && time.equals(TIMESTAMP.read(other));
    }

    /** Whether a column of that type holds several values. */
    public static boolean isList(ValueType<?> type) {
        return type == CODES || type == TOKENS;
    }

    private static ValueType<String> exact(String name) {
        return new ValueType<>(name, name, true, ValueTypes::readWord, List.of(""), null)
                .with(EQUAL, ValueTypes::writeAnyOf, (node, values) -> values.contains(node.textValue()));
    }

    private static ValueType<String> severalExact(String name) {
        return new ValueType<>(name, name, true, ValueTypes::readWord, List.of(""), null)
                .with(EQUAL, ValueTypes::writeHasAny, (node, values) -> StreamSupport.stream(node.spliterator(), false)
                        .anyMatch(each -> values.contains(each.textValue())));
    }

    /**
     * A plus in a query arrives as a space, and no word begins with one: {@code calling_codes=+212}. All else is read in
     * the form in which words are stored.
     */
    private static Optional<String> readWord(String text) {
        String word = TextNormalizer.normalize(text.startsWith(" ") ? "+" + text.substring(1) : text, false);
        return word.isEmpty() ? Optional.empty() : Optional.of(word);
    }

    private static ValueType<UUID> identifier(String name) {
        return new ValueType<>(
                        name,
                        name,
                        true,
                        text -> isUuid(text) ? Optional.of(UUID.fromString(text)) : Optional.empty(),
                        List.of(""),
                        null)
                .with(EQUAL, ValueTypes::writeAnyOf, (node, ids) -> ids.contains(UUID.fromString(node.textValue())));
    }

    private static ValueType<byte[]> text(String name, Class<?> sortedAs) {
        return new ValueType<>(
                name,
                "text",
                false,
                text -> Optional.of(Folding.key(text)).filter(key -> key.length > 0),
                List.of("_key"),
                sortedAs);
    }

    private static <T extends Comparable<T>> ValueType<T> ordered(
            String name, Class<T> sortedAs, Function<String, Optional<T>> reader, Function<JsonNode, T> fromJson) {
        return new ValueType<>(name, name, true, reader, List.of(""), sortedAs)
                .with(EQUAL, ValueTypes::writeAnyOf, (node, values) -> values.stream()
                        .anyMatch(value -> fromJson.apply(node).compareTo(value) == 0))
                .with(LESS, single(" < "), compared(fromJson, order -> order < 0))
                .with(LESS_OR_EQUAL, single(" <= "), compared(fromJson, order -> order <= 0))
                .with(GREATER, single(" > "), compared(fromJson, order -> order > 0))
                .with(GREATER_OR_EQUAL, single(" >= "), compared(fromJson, order -> order >= 0));
    }

    private static <T> ValueType.SqlForm<T> single(String operator) {
        return (sql, column, values) -> sql.append(column).append(operator).bind(values.get(0));
    }

    private static <T extends Comparable<T>> ValueType.MemoryForm<T> compared(
            Function<JsonNode, T> fromJson, IntPredicate accepts) {
        return (node, values) -> accepts.test(fromJson.apply(node).compareTo(values.get(0)));
    }

    private static ValueType.SqlForm<PartialDate> day(
            String suffix, String operator, Function<PartialDate, Object> bound) {
        return (sql, column, dates) ->
                sql.append(column).append(suffix).append(operator).bind(bound.apply(dates.get(0)));
    }

    private static void writeAnyOf(SqlBuilder sql, String column, List<?> values) {
        if (values.size() == 1) {
            sql.append(column).append(" = ").bind(values.get(0));
        } else {
            sql.append(column).append(" IN ").bindList(values);
        }
    }

    /** Each database defines the function in its own migrations, so that an index of it can serve. */
    private static void writeHasAny(SqlBuilder sql, String column, List<String> words) {
        sql.append("has_any(" + column + ", ")
                .bind(words.toArray(String[]::new))
                .append(")");
    }

    /** No first day is behind its last, so its upper bound follows from theirs; said, it ends the range of an index. */
    private static void writeLiesWithin(SqlBuilder sql, String column, List<PartialDate> periods) {
        sql.append("(");
        for (int i = 0; i < periods.size(); i++) {
            PartialDate period = periods.get(i);
            sql.append(i == 0 ? "" : " OR ")
                    .append("(" + column + "_first >= ")
                    .bind(period.first())
                    .append(" AND " + column + "_first <= ")
                    .bind(period.last())
                    .append(" AND " + column + "_last <= ")
                    .bind(period.last())
                    .append(")");
        }
        sql.append(")");
    }

    /** A range, which an index on the key can walk. */
    private static void writeStarts(SqlBuilder sql, String column, List<byte[]> keys) {
        byte[] from = keys.get(0);
        byte[] beyond = from.clone();
        // UTF-8 has no byte FF, so the last byte can always be raised.
        beyond[beyond.length - 1]++;
        sql.append("(" + column + " >= ")
                .bind(from)
                .append(" AND " + column + " < ")
                .bind(beyond)
                .append(")");
    }

    private static void writeContains(SqlBuilder sql, String column, List<byte[]> keys) {
        String pattern = "%"
                + new String(keys.get(0), StandardCharsets.UTF_8)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
        sql.append(column).append(" LIKE ").bind(pattern.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean contains(JsonNode node, List<byte[]> keys) {
        return new String(key(node), StandardCharsets.UTF_8).contains(new String(keys.get(0), StandardCharsets.UTF_8));
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] key(JsonNode node) {
        return Folding.key(node.textValue());
    }

    private static Optional<Integer> readInteger(String text) {
        if (!INTEGER_TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        long value = Long.parseLong(text);
        return value == (int) value ? Optional.of((int) value) : Optional.empty();
    }
}
