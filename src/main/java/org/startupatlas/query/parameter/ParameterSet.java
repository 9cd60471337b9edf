package org.startupatlas.query.parameter;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.type.ValueTypes;

/**
 * The parameters of one request and all their violations. Every operation reads its parameters through this class, so
 * that repeated, unknown or invalid parameters are rejected everywhere in the same way, before anything is written. Only
 * a parameter that takes several values may be repeated, which means the comma: clients serialise arrays either way.
 */
public final class ParameterSet {

    /** Allowed on every read; the HTTP layer removes it before the other parameters are parsed. */
    public static final String MIN_REVISION = "min_revision";

    private static final int DAY_LENGTH = "YYYY-MM-DD".length();

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    private final Map<String, String> options = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> suggestions;

    private ParameterSet(
            List<Parameter> parameters,
            Collection<String> knownNames,
            Predicate<String> isList,
            List<String> suggestions) {
        this.suggestions = List.copyOf(suggestions);
        Set<String> repeated = new HashSet<>();
        for (Parameter parameter : parameters) {
            String name = parameter.name();
            Map<String, String> target = knownNames.contains(name) ? options : others;
            if (isList.test(name)) {
                target.merge(name, parameter.value(), CommaList::join);
            } else if (target.putIfAbsent(name, parameter.value()) != null && repeated.add(name)) {
                violations.add(Violation.of(name, "repeated-parameter"));
            }
        }
    }

    /**
     * Returns the parameters of a request, none of which takes several values.
     *
     * @param knownNames the names of all parameters of the operation that are not filters
     */
    public static ParameterSet of(List<Parameter> parameters, Collection<String> knownNames) {
        return of(parameters, knownNames, name -> false);
    }

    /**
     * Returns the parameters of a request.
     *
     * @param knownNames the names of all parameters of the operation that are not filters
     * @param isList whether the parameter of a name takes several values
     */
    public static ParameterSet of(List<Parameter> parameters, Collection<String> knownNames, Predicate<String> isList) {
        return new ParameterSet(parameters, knownNames, isList, List.copyOf(knownNames));
    }

    /** Returns the parameters of a read request, as {@link #of(List, Collection)}, and suggests {@code min_revision} too. */
    public static ParameterSet ofRead(List<Parameter> parameters, Collection<String> knownNames) {
        return ofRead(parameters, knownNames, name -> false);
    }

    /** Returns the parameters of a read request, for which {@code min_revision} is suggested too. */
    public static ParameterSet ofRead(
            List<Parameter> parameters, Collection<String> knownNames, Predicate<String> isList) {
        List<String> suggestions = new ArrayList<>(knownNames);
        suggestions.add(MIN_REVISION);
        return new ParameterSet(parameters, knownNames, isList, suggestions);
    }

    /** Returns the names of the parameters that are the components of a record. */
    public static List<String> names(Class<? extends Record> parameters) {
        return Arrays.stream(parameters.getRecordComponents())
                .map(component -> SNAKE_CASE.translate(component.getName()))
                .toList();
    }

    /** Returns the known parameters, which are not filters. */
    public Map<String, String> options() {
        return options;
    }

    /** Returns the other parameters: filters, or unknown ones. */
    public Map<String, String> others() {
        return others;
    }

    /** Returns the modifiable list of the violations so far. */
    public List<Violation> violations() {
        return violations;
    }

    /** Returns the parameters, other than filters, to suggest for a misspelt name. */
    public List<String> suggestions() {
        return suggestions;
    }

    /** Returns the text of a known parameter; empty if the request does not have it. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Returns whether a known parameter is true; false if the request does not have it. */
    public boolean flag(String name) {
        String text = options.get(name);
        if (text == null) {
            return false;
        }
        Optional<Boolean> flag = ValueTypes.BOOLEAN.read(text);
        if (flag.isEmpty()) {
            reject(Violation.of(name, "invalid-value", text, "boolean"));
        }
        return flag.orElse(false);
    }

    /** Returns the value of a known parameter, which must be one of the allowed; empty if it is absent or invalid. */
    public Optional<String> choice(String name, Collection<String> allowed) {
        Optional<String> text = text(name);
        if (text.isPresent() && !allowed.contains(text.get())) {
            reject(Violation.unknown(name, "unknown-value", text.get(), allowed));
            return Optional.empty();
        }
        return text;
    }

    /** Returns the comma-separated values of a known parameter; empty if it is absent or invalid. */
    public List<String> list(String name) {
        String text = options.get(name);
        if (text == null) {
            return List.of();
        }
        return CommaList.read(name, text, violations).orElse(List.of());
    }

    /** Returns the comma-separated values of a known parameter, each of which must be one of the allowed. */
    public List<String> choices(String name, String code, Collection<String> allowed) {
        List<String> words = list(name);
        words.stream()
                .filter(word -> !allowed.contains(word))
                .forEach(word -> reject(Violation.unknown(name, code, word, allowed)));
        return words;
    }

    /**
     * Returns the format named by {@code format}.
     *
     * @param accepted the format that the request's headers ask for, used if the parameter is absent
     */
    public Format format(List<Format> offered, Format accepted) {
        return choice("format", offered.stream().map(Format::code).toList())
                .flatMap(Format::ofCode)
                .orElse(accepted);
    }

    /** Returns the day named by a parameter, {@code YYYY-MM-DD}; empty if it is absent or invalid. */
    public Optional<LocalDate> day(String name) {
        Optional<String> text = text(name);
        // The parser of Java also reads years of more digits.
        if (text.filter(day -> day.length() == DAY_LENGTH).isPresent()) {
            try {
                return text.map(LocalDate::parse);
            } catch (DateTimeParseException invalid) {
                // Rejected below, as a text of another length is.
            }
        }
        text.ifPresent(word -> reject(
                word.isEmpty() ? Violation.of(name, "empty-value") : Violation.of(name, "invalid-value", word, "day")));
        return Optional.empty();
    }

    /** Returns the language named by {@code lang}; empty if it is absent or invalid. */
    public Optional<Language> language() {
        return choice("lang", Language.CODES).flatMap(Language::ofCode);
    }

    /** Returns the search text of a known parameter; null if it is absent or invalid. */
    public String searchText(String name) {
        String text = options.get(name);
        if (text == null) {
            return null;
        }
        if (text.length() > QueryLimits.MAX_SEARCH_LENGTH) {
            reject(Violation.of(name, "too-long", String.valueOf(QueryLimits.MAX_SEARCH_LENGTH)));
            return null;
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            reject(Violation.of(name, text.isBlank() ? "empty-value" : "no-words"));
            return null;
        }
        return text;
    }

    /** Returns the whole number in a known parameter; the default if it is absent or out of range. */
    public int integer(String name, int min, int max, int defaultNumber) {
        String text = options.get(name);
        if (text == null) {
            return defaultNumber;
        }
        Optional<Integer> number = ValueTypes.INTEGER.read(text).filter(read -> read >= min && read <= max);
        if (number.isEmpty()) {
            reject(Violation.of(name, "out-of-range", text, String.valueOf(min), String.valueOf(max)));
        }
        return number.orElse(defaultNumber);
    }

    /** Returns the revision or time that a known parameter names; empty if it is absent or invalid. */
    public Optional<PointInTime> pointInTime(String name) {
        return parsed(name, text -> PointInTime.read(name, text), "moment");
    }

    /** Returns the revision that a known parameter names; empty if it is absent or invalid. */
    public Optional<Long> revision(String name) {
        return parsed(name, PointInTime::revision, "revision");
    }

    private interface Reader<T> {
        Optional<T> read(String text);
    }

    private <T> Optional<T> parsed(String name, Reader<T> reader, String expected) {
        String text = options.get(name);
        if (text == null) {
            return Optional.empty();
        }
        Optional<T> value = reader.read(text);
        if (value.isEmpty()) {
            reject(
                    text.isEmpty()
                            ? Violation.of(name, "empty-value")
                            : Violation.of(name, "invalid-value", text, expected));
        }
        return value;
    }

    public void reject(Violation violation) {
        violations.add(violation);
    }

    /** Rejects all parameters that are not known; for operations without filters. */
    public ParameterSet rejectUnknown() {
        others.keySet()
                .forEach(name -> reject(Violation.of(name, "unknown-parameter")
                        .suggesting(DidYouMean.nearest(name, suggestions).orElse(null))));
        return this;
    }

    /**
     * Throws if there are violations.
     *
     * @throws RejectedException with all violations
     */
    public void rejectIfInvalid() {
        if (!violations.isEmpty()) {
            throw RejectedException.of(ProblemKind.INVALID_PARAMETERS, violations);
        }
    }
}
