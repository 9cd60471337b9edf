package org.startupatlas.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.startupatlas.query.parameter.CommaList;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Join;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.schema.type.ValueType;

/** Values for filters, near enough to what the records hold to find some of them and to miss others narrowly. */
final class RandomValues {
    /** Operators that take several values, where the type does. */
    private static final Set<Operator> LISTING = Set.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.ALL);

    private final List<JsonNode> records;
    private final Vocabularies terms;
    private final Random random;

    RandomValues(List<JsonNode> records, Vocabularies terms, Random random) {
        this.records = records;
        this.terms = terms;
        this.random = random;
    }

    /** What may stand behind the equals sign of a parameter that asks this at the path. */
    String next(FieldPath path, Operator operator) {
        if (operator == Operator.EXISTS) {
            return String.valueOf(random.nextBoolean());
        }
        if (operator == Operator.ABSENT) {
            return one(terms.codes(CommonFields.ABSENCE_REASONS));
        }
        if (!LISTING.contains(operator) || !path.field().type().multiValued()) {
            return value(path, operator);
        }
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> CommaList.write(value(path, operator)))
                .collect(Collectors.joining(","));
    }

    private String value(FieldPath path, Operator operator) {
        List<JsonNode> found = records.stream()
                .flatMap(record -> nodes(record, path))
                .filter(node -> !node.isNull())
                .toList();
        if (found.isEmpty() || random.nextInt(8) == 0) {
            return FittingValue.of(path.field(), operator, terms);
        }
        JsonNode node = found.get(random.nextInt(found.size()));
        String changed = change(path.field().type(), node, operator);
        return fits(path.field(), changed) ? changed : FittingValue.of(path.field(), operator, terms);
    }

    private boolean fits(Field field, String text) {
        return field.vocabulary() != null || field.type().read(text).isPresent();
    }

    private static Stream<JsonNode> nodes(JsonNode record, FieldPath path) {
        Stream<JsonNode> elements = path.joins().isEmpty()
                ? Stream.of(record)
                : StreamSupport.stream(
                        record.get(((Join.Elements) path.joins().get(0)).field())
                                .spliterator(),
                        false);
        Stream<JsonNode> values = elements.map(element -> at(element, path.json()));
        return path.isListColumn() ? values.flatMap(list -> StreamSupport.stream(list.spliterator(), false)) : values;
    }

    private static JsonNode at(JsonNode element, List<String> keys) {
        JsonNode node = element;
        for (String key : keys) {
            node = node.isNull() ? node : node.get(key);
        }
        return node;
    }

    private String change(ValueType<?> type, JsonNode node, Operator operator) {
        return switch (type.name()) {
            case "text", "prose" -> text(node.textValue(), operator);
            case "integer" -> String.valueOf(node.intValue() + random.nextInt(3) - 1);
            case "decimal" -> node.decimalValue()
                    .add(BigDecimal.valueOf(random.nextInt(3) - 1L))
                    .toPlainString();
            case "partial_date" -> date(node.textValue());
            default -> node.asText();
        };
    }

    private String date(String date) {
        String year = date.substring(0, 4);
        return one(List.of(
                date, year, year + "-06", year + "-H1", year + "-Q2", "2019/2021", year + "-06-01", year + "/2021"));
    }

    private String text(String text, Operator operator) {
        int[] points = text.codePoints().toArray();
        int from = operator == Operator.CONTAINS ? random.nextInt(points.length) : 0;
        int to = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL || operator == Operator.ALL
                ? points.length
                : from + 1 + random.nextInt(points.length - from);
        String part = new String(points, from, to - from);
        return one(List.of(part, part.toUpperCase(Locale.ROOT), part.toLowerCase(Locale.ROOT), Folding.fold(part)));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
