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

/** The value types, each with its operators. */
public final class ValueTypes {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** An integer has at most ten digits ("-2147483648"); parsing more would only cost time. */
    private static final Pattern INTEGER_TEXT = Pattern.compile("-?\\d{1,10}");

    /** Amounts of money and coordinates; none of them has more than eighteen digits before the point. */
    private static final Pattern DECIMAL_TEXT = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

    /** A code of a closed list: of a vocabulary, or a country's alpha-2 code. */
    public static final ValueType<String> CODE = exactMatch("code");

    /**
     * A token that is compared exactly and belongs to no closed list: a slug, a currency, an id in an external
     * registry.
     */
    public static final ValueType<String> TOKEN = exactMatch("token");

    /** A list of codes in one column. */
    public static final ValueType<String> CODES = exactMatchInList("code");

    /** A list of tokens in one column. */
    public static final ValueType<String> TOKENS = exactMatchInList("token");

    /** The id of the record itself. */
    public static final ValueType<UUID> ID = identifier("id");

    /** The id of another record; a parameter may hold its slug instead. */
    public static final ValueType<UUID> REFERENCE = identifier("reference");

    /** A short text such as a name, compared by its folded key. */
    public static final ValueType<byte[]> TEXT = text("text", byte[].class)
            .with(
                    EQUAL,
                    (sql, column, keys) -> sql.append(column).append(" = ").bind(keys.get(0)),
                    (node, keys) -> Arrays.equals(key(node), keys.get(0)))
            .with(STARTS, ValueTypes::writeStarts, (node, keys) -> startsWith(key(node), keys.get(0)))
            .with(CONTAINS, ValueTypes::writeContains, ValueTypes::contains);

    /** A long text, which can only be searched for substrings of its folded key. */
    public static final ValueType<byte[]> PROSE =
            text("prose", null).with(CONTAINS, ValueTypes::writeContains, ValueTypes::contains);

    /** A 32-bit integer. */
    public static final ValueType<Integer> INTEGER =
            ordered("integer", Integer.class, ValueTypes::readInteger, JsonNode::intValue);

    /** A decimal number. */
    public static final ValueType<BigDecimal> DECIMAL = ordered(
            "decimal",
            BigDecimal.class,
            text -> DECIMAL_TEXT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty(),
            JsonNode::decimalValue);

    /** A timestamp in RFC 3339 format; whole milliseconds are stored. */
    public static final ValueType<Instant> TIMESTAMP =
            ordered("timestamp", Instant.class, TimestampParser::parse, node -> Instant.parse(node.textValue()));

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
     * A {@link PartialDate}. It equals each period within which it lies. {@code gte} and {@code gt} compare its first
     * day, {@code lte} and {@code lt} its last day, so that a date which is only possibly after a day does not match as
     * certainly after it.
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
            .with(LESS, dayComparison("_last", " < ", PartialDate::first), (node, dates) -> PartialDate.of(
                            node.textValue())
                    .last()
                    .isBefore(dates.get(0).first()))
            .with(LESS_OR_EQUAL, dayComparison("_last", " <= ", PartialDate::last), (node, dates) -> !PartialDate.of(
                            node.textValue())
                    .last()
                    .isAfter(dates.get(0).last()))
            .with(GREATER, dayComparison("_first", " > ", PartialDate::last), (node, dates) -> PartialDate.of(
                            node.textValue())
                    .first()
                    .isAfter(dates.get(0).last()))
            .with(
                    GREATER_OR_EQUAL,
                    dayComparison("_first", " >= ", PartialDate::first),
                    (node, dates) -> !PartialDate.of(node.textValue())
                            .first()
                            .isBefore(dates.get(0).first()));

    private ValueTypes() {}

    /** Returns whether a text has the form of a UUID. */
    public static boolean isUuid(String text) {
        return UUID_TEXT.matcher(text).matches();
    }

    /** Returns whether two texts denote the same time, whatever their notation. */
    public static boolean isSameTime(String one, String other) {
        Optional<Instant> time = TIMESTAMP.read(one);
        return time.isPresent() && time.equals(TIMESTAMP.read(other));
    }

    /** Returns whether a column of the type holds several values. */
    public static boolean isList(ValueType<?> type) {
        return type == CODES || type == TOKENS;
    }

    private static ValueType<String> exactMatch(String name) {
        return new ValueType<>(name, name, true, ValueTypes::readWord, List.of(""), null)
                .with(EQUAL, ValueTypes::writeAnyOf, (node, values) -> values.contains(node.textValue()));
    }

    private static ValueType<String> exactMatchInList(String name) {
        return new ValueType<>(name, name, true, ValueTypes::readWord, List.of(""), null)
                .with(EQUAL, ValueTypes::writeHasAny, (node, values) -> StreamSupport.stream(node.spliterator(), false)
                        .anyMatch(each -> values.contains(each.textValue())));
    }

    /**
     * Parses a token in its stored form. A leading space is replaced by a plus sign, because an unescaped plus in a
     * query arrives as a space ({@code calling_codes=+212}) and no token begins with a space.
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

    private static ValueType<byte[]> text(String name, Class<?> sortType) {
        return new ValueType<>(
                name,
                "text",
                false,
                text -> Optional.of(Folding.key(text)).filter(key -> key.length > 0),
                List.of("_key"),
                sortType);
    }

    private static <T extends Comparable<T>> ValueType<T> ordered(
            String name, Class<T> sortType, Function<String, Optional<T>> reader, Function<JsonNode, T> fromJson) {
        return new ValueType<>(name, name, true, reader, List.of(""), sortType)
                .with(EQUAL, ValueTypes::writeAnyOf, (node, values) -> values.stream()
                        .anyMatch(value -> fromJson.apply(node).compareTo(value) == 0))
                .with(LESS, comparison(" < "), inMemory(fromJson, order -> order < 0))
                .with(LESS_OR_EQUAL, comparison(" <= "), inMemory(fromJson, order -> order <= 0))
                .with(GREATER, comparison(" > "), inMemory(fromJson, order -> order > 0))
                .with(GREATER_OR_EQUAL, comparison(" >= "), inMemory(fromJson, order -> order >= 0));
    }

    private static <T> ValueType.SqlForm<T> comparison(String operator) {
        return (sql, column, values) -> sql.append(column).append(operator).bind(values.get(0));
    }

    private static <T extends Comparable<T>> ValueType.MemoryForm<T> inMemory(
            Function<JsonNode, T> fromJson, IntPredicate accepts) {
        return (node, values) -> accepts.test(fromJson.apply(node).compareTo(values.get(0)));
    }

    private static ValueType.SqlForm<PartialDate> dayComparison(
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

    /**
     * Writes a call of {@code has_any}, which each database defines in its own migrations so that an index can be used.
     */
    private static void writeHasAny(SqlBuilder sql, String column, List<String> words) {
        sql.append("has_any(" + column + ", ")
                .bind(words.toArray(String[]::new))
                .append(")");
    }

    /**
     * Writes the range of each period. The upper bound on the first day is redundant, because no first day is after its
     * last day, but it ends the range scan of an index.
     */
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

    /** Writes a half-open range, which can be scanned in an index on the key. */
    private static void writeStarts(SqlBuilder sql, String column, List<byte[]> keys) {
        byte[] prefix = keys.get(0);
        byte[] upperBound = prefix.clone();
        // UTF-8 never contains the byte FF, so the last byte can always be incremented.
        upperBound[upperBound.length - 1]++;
        sql.append("(" + column + " >= ")
                .bind(prefix)
                .append(" AND " + column + " < ")
                .bind(upperBound)
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
