package org.startupatlas.network.match;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.startupatlas.network.match.criterion.Criterion;
import org.startupatlas.network.match.ranking.Weights;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.query.Cursor;
import org.startupatlas.query.expand.Today;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.Fingerprint;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.schema.type.ValueTypes;

/** Parses requests for matches. */
@Singleton
public class MatchQueryParser {

    /** What can be matched with. */
    public static final List<String> CANDIDATES =
            List.of(RecordKey.PROGRAMS, RecordKey.PARTNERS, RecordKey.COUNTRIES, RecordKey.STARTUPS);

    static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.XLSX, Format.NDJSON);

    private static final List<String> LISTS = List.of("pillars", "weights", "fields");

    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;
    private final ListQueryParser filters;
    private final Today today;

    MatchQueryParser(SchemaRegistry registry, Vocabularies vocabularies, ListQueryParser filters, Today today) {
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.filters = filters;
        this.today = today;
    }

    /**
     * Parses a request.
     *
     * @param names the names of the parameters that the request can have beside filters
     * @param candidates the resource that is matched with where the request names none
     * @param accepted the format that the request's headers ask for
     * @param subject a text that tells subjects apart; null if it is not known yet, so that any cursor may be its
     * @throws RejectedException if there is a violation
     */
    MatchQuery read(
            List<Parameter> parameters, List<String> names, String candidates, String subject, Format accepted) {
        ResourceSchema schema = registry.get(candidates(parameters, candidates));
        Predicate<String> isList = name -> LISTS.contains(name) || registry.takesSeveral(schema, name);
        ParameterSet set = ParameterSet.ofRead(parameters, names, isList);
        set.choice("with", CANDIDATES);
        Condition condition = filters.ownCondition(schema, set);
        List<String> pillars = set.choices("pillars", "unknown-value", vocabularies.codes("pillars"));
        Weights weights = Weights.STANDARD.with(weights(set));
        BigDecimal minScore = minScore(set);
        List<String> fields = set.choices("fields", "unknown-field", MatchFields.NAMES);
        Format format = set.format(FORMATS, accepted);
        Boolean known = set.choice("known", List.of("true", "false"))
                .map(Boolean::valueOf)
                .orElse(null);
        int limit = set.integer("limit", QueryLimits.MIN_LIMIT, QueryLimits.MAX_LIMIT, format.defaultLimit());
        Optional<LocalDate> on = set.day("on");
        String fingerprint = Fingerprint.of(String.join(
                "\n",
                "matches",
                String.valueOf(subject),
                schema.resource(),
                set.others().toString(),
                pillars.toString(),
                weights.toString(),
                on.map(LocalDate::toString).orElse(""),
                minScore.toString(),
                String.valueOf(known)));
        Optional<Cursor> cursor = cursor(set, subject == null ? null : fingerprint);
        Optional<Language> language = set.language();
        set.rejectIfInvalid();
        LocalDate day = on.or(() -> cursor.map(from -> (LocalDate) from.values().get(2)))
                .orElseGet(today::day);
        return new MatchQuery(
                schema,
                condition,
                pillars,
                weights,
                day,
                on.isEmpty() && cursor.isEmpty(),
                minScore,
                known,
                limit,
                cursor.map(MatchQueryParser::position).orElse(null),
                MatchFields.shown(fields),
                language.orElse(null),
                format,
                fingerprint);
    }

    /**
     * Parses a request for the matches of a record.
     *
     * @param candidates the resource that is matched with where the request names none
     * @throws RejectedException if there is a violation
     */
    public MatchQuery ofRecord(RecordKey record, List<Parameter> parameters, String candidates) {
        return read(parameters, MatchParameters.NAMES, candidates, record.toString(), Format.JSON);
    }

    /** Returns the resource whose filters apply, which is needed before the other parameters are read. */
    private static String candidates(List<Parameter> parameters, String otherwise) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals("with"))
                .map(Parameter::value)
                .filter(CANDIDATES::contains)
                .findFirst()
                .orElse(otherwise);
    }

    /** Reads {@code sectors:3,stage:1}. */
    private static Map<Criterion, BigDecimal> weights(ParameterSet set) {
        Map<Criterion, BigDecimal> weights = new EnumMap<>(Criterion.class);
        for (String text : set.list("weights")) {
            String[] parts = text.split(":", 2);
            Optional<Criterion> criterion = Criterion.ofCode(parts[0]);
            Optional<BigDecimal> weight = parts.length < 2 ? Optional.empty() : ValueTypes.DECIMAL.read(parts[1]);
            if (criterion.isEmpty()) {
                set.reject(Violation.unknown("weights", "unknown-value", parts[0], Criterion.codes()));
            } else if (weight.filter(number -> isBetween(number, Weights.MAX)).isEmpty()) {
                set.reject(Violation.of("weights", "invalid-weight", text, Weights.MAX.toPlainString()));
            } else if (weights.put(criterion.get(), weight.get()) != null) {
                set.reject(Violation.of("weights", "repeated-value", parts[0]));
            }
        }
        return weights;
    }

    private static BigDecimal minScore(ParameterSet set) {
        Optional<String> text = set.text("min_score");
        Optional<BigDecimal> number = text.flatMap(ValueTypes.DECIMAL::read);
        Optional<BigDecimal> score = number.filter(one -> isBetween(one, BigDecimal.ONE));
        if (text.isPresent() && number.isEmpty()) {
            set.reject(Violation.of("min_score", "invalid-value", text.get(), ValueTypes.DECIMAL.messageKey()));
        } else if (text.isPresent() && score.isEmpty()) {
            set.reject(Violation.of("min_score", "number-out-of-range", text.get(), "0", "1"));
        }
        return score.orElse(BigDecimal.ZERO);
    }

    private static boolean isBetween(BigDecimal number, BigDecimal max) {
        return number.signum() >= 0 && number.compareTo(max) <= 0;
    }

    /** Reads the cursor, which may be of any query where the fingerprint is null. */
    private static Optional<Cursor> cursor(ParameterSet set, String fingerprint) {
        Optional<String> text = set.text("cursor");
        Optional<Cursor> cursor = text.flatMap(sent -> Cursor.parse(sent, true));
        if (text.isPresent() && cursor.isEmpty()) {
            set.reject(Violation.of("cursor", "invalid-cursor"));
        } else if (cursor.isPresent() && !isOf(cursor.get(), fingerprint)) {
            set.reject(Violation.of("cursor", "cursor-of-another-query"));
        }
        return cursor;
    }

    private static boolean isOf(Cursor cursor, String fingerprint) {
        List<Object> values = cursor.values();
        return (fingerprint == null || cursor.query().equals(fingerprint))
                && values.size() == 3
                && values.get(0) instanceof BigDecimal
                && values.get(1) instanceof BigDecimal
                && values.get(2) instanceof LocalDate;
    }

    private static MatchQuery.Position position(Cursor cursor) {
        return new MatchQuery.Position(
                (BigDecimal) cursor.values().get(0),
                (BigDecimal) cursor.values().get(1),
                (String) cursor.id());
    }
}
