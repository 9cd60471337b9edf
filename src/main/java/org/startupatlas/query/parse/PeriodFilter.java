package org.startupatlas.query.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startupatlas.query.aggregate.CalendarInterval;
import org.startupatlas.record.PartialDate;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.OperatorRules;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.schema.type.ValueType;
import org.startupatlas.schema.type.ValueTypes;

/**
 * The filter to suggest for a calendar interval of statistics that was used as a filter, as in {@code date__year=2024}.
 *
 * @param parameter the name of the suggested filter's first parameter
 * @param text the whole suggested filter
 */
record PeriodFilter(String parameter, String text) {

    private static final Pattern SHAPE =
            Pattern.compile("(?<field>.+)__(?<period>year|quarter|month)(?:__(?<operator>[a-z]+))?");

    /** Returns the equivalent filter on a date, a timestamp or a year; empty if there is none. */
    static Optional<PeriodFilter> of(Map<String, FieldPath> paths, String parameter, String value) {
        Matcher matcher = SHAPE.matcher(parameter);
        if (!matcher.matches() || !paths.containsKey(matcher.group("field"))) {
            return Optional.empty();
        }
        FieldPath path = paths.get(matcher.group("field"));
        Optional<Operator> operator = Optional.ofNullable(matcher.group("operator"))
                .map(Operator::ofSuffix)
                .orElse(Optional.of(Operator.EQUAL))
                .filter(OperatorRules.operators(path)::contains);
        CalendarInterval period = CalendarInterval.ofCode(matcher.group("period"));
        ValueType<?> type = path.field().type();
        if (operator.isEmpty() || operator.get() == Operator.EXISTS) {
            return Optional.empty();
        }
        if (type == ValueTypes.TIMESTAMP) {
            return ofTime(path.name(), operator.get(), PartialDate.parse(value).orElse(period.example()));
        }
        boolean isYearField = period == CalendarInterval.YEAR && type == ValueTypes.INTEGER && isYear(path);
        return type == ValueTypes.PARTIAL_DATE || isYearField
                ? Optional.of(ofDate(path, operator.get(), period, value))
                : Optional.empty();
    }

    private static boolean isYear(FieldPath path) {
        return path.field().name().endsWith("year");
    }

    private static PeriodFilter ofDate(FieldPath path, Operator operator, CalendarInterval period, String value) {
        ValueType<?> type = path.field().type();
        boolean isValid = List.of(value.split(",", -1)).stream()
                .allMatch(each -> type.read(each).isPresent());
        String parameter = operator.parameter(path.name());
        return new PeriodFilter(parameter, parameter + "=" + (isValid ? value : period.example()));
    }

    /** Compares timestamps with the start of the period, or with its exclusive end. */
    private static Optional<PeriodFilter> ofTime(String field, Operator operator, PartialDate period) {
        String first = period.first() + "T00:00:00Z";
        String end = period.last().plusDays(1) + "T00:00:00Z";
        return switch (operator) {
            case EQUAL -> Optional.of(of(Operator.GREATER_OR_EQUAL, field, first))
                    .map(from ->
                            new PeriodFilter(from.parameter, from.text + "&" + of(Operator.LESS, field, end).text));
            case GREATER_OR_EQUAL -> Optional.of(of(Operator.GREATER_OR_EQUAL, field, first));
            case GREATER -> Optional.of(of(Operator.GREATER_OR_EQUAL, field, end));
            case LESS -> Optional.of(of(Operator.LESS, field, first));
            case LESS_OR_EQUAL -> Optional.of(of(Operator.LESS, field, end));
            default -> Optional.empty();
        };
    }

    private static PeriodFilter of(Operator operator, String field, String value) {
        String parameter = operator.parameter(field);
        return new PeriodFilter(parameter, parameter + "=" + value);
    }
}
