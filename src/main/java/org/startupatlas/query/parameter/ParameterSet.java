package org.startupatlas.query.parameter;

import java.util.ArrayList;
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
 * The parameters of one request and everything that is wrong with them. Every operation reads its parameters here, so a
 * repeated, unknown or ill-typed parameter is rejected alike everywhere, and before anything is written. A parameter that
 * takes several values may be repeated, which means the comma: clients write arrays either way.
 */
public final class ParameterSet {

    /** Every read of the API has it; it is taken out before the others are read. */
    private static final String MIN_REVISION = "min_revision";

    private final Map<String, String> options = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> suggestions;

    private ParameterSet(
            List<Parameter> parameters,
            Collection<String> known,
            Predicate<String> takesSeveral,
            List<String> suggestions) {
        this.suggestions = List.copyOf(suggestions);
        Set<String> repeated = new HashSet<>();
        for (Parameter parameter : parameters) {
            String name = parameter.name();
            Map<String, String> those = known.contains(name) ? options : others;
            if (takesSeveral.test(name)) {
                those.merge(name, parameter.value(), CommaList::join);
            } else if (those.putIfAbsent(name, parameter.value()) != null && repeated.add(name)) {
                violations.add(Violation.of(name, "repeated-parameter"));
            }
        }
    }

    /**
     * The parameters of a request, each with a single value.
     *
     * @param known the names of all parameters that it can have, or of all that are no filters
     */
    public static ParameterSet of(List<Parameter> parameters, Collection<String> known) {
        return of(parameters, known, name -> false);
    }

    /**
     * The parameters of a request.
     *
     * @param known the names of all parameters that it can have, or of all that are no filters
     * @param takesSeveral whether the parameter of a name takes several values
     */
    public static ParameterSet of(
            List<Parameter> parameters, Collection<String> known, Predicate<String> takesSeveral) {
        return new ParameterSet(parameters, known, takesSeveral, List.copyOf(known));
    }

    /** The parameters of a read of the API, which may also wait for a revision, each with a single value. */
    public static ParameterSet ofRead(List<Parameter> parameters, Collection<String> known) {
        return ofRead(parameters, known, name -> false);
    }

    /**
     * The parameters of a read of the API, which may also wait for a revision.
     *
     * @param takesSeveral whether the parameter of a name takes several values
     */
    public static ParameterSet ofRead(
            List<Parameter> parameters, Collection<String> known, Predicate<String> takesSeveral) {
        List<String> suggestions = new ArrayList<>(known);
        suggestions.add(MIN_REVISION);
        return new ParameterSet(parameters, known, takesSeveral, suggestions);
    }

    /** The known parameters: those that are no filters. */
    public Map<String, String> options() {
        return options;
    }

    /** The other parameters: filters, or unknown. */
    public Map<String, String> others() {
        return others;
    }

    /** What is wrong so far; those who read on add to it. */
    public List<Violation> violations() {
        return violations;
    }

    /** The parameters beside filters that a misspelt name may have meant. */
    public List<String> suggestions() {
        return suggestions;
    }

    /** The text of a known parameter; empty if the request does not have it. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Whether a known parameter is true; it is not where it is absent. */
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

    /** The one of these words that a known parameter says; empty if it is absent or says another. */
    public Optional<String> choice(String name, Collection<String> words) {
        Optional<String> text = text(name);
        if (text.isPresent() && !words.contains(text.get())) {
            reject(Violation.unknown(name, "unknown-value", text.get(), words));
            return Optional.empty();
        }
        return text;
    }

    /** The words of a known parameter, parted by commas; none if it is absent or wrong. */
    public List<String> list(String name) {
        String text = options.get(name);
        if (text == null) {
            return List.of();
        }
        return CommaList.read(name, text, violations).orElse(List.of());
    }

    /** The words of a known parameter, each one of these. */
    public List<String> choices(String name, String code, Collection<String> possible) {
        List<String> words = list(name);
        words.stream()
                .filter(word -> !possible.contains(word))
                .forEach(word -> reject(Violation.unknown(name, code, word, possible)));
        return words;
    }

    /**
     * The format that {@code format} names.
     *
     * @param accepted the one asked for by the request's headers, where the parameter does not say
     */
    public Format format(List<Format> offered, Format accepted) {
        return choice("format", offered.stream().map(Format::code).toList())
                .flatMap(Format::ofCode)
                .orElse(accepted);
    }

    /** The language that {@code lang} names; empty where it does not say. */
    public Optional<Language> language() {
        return choice("lang", Language.CODES).flatMap(Language::ofCode);
    }

    /** Words to be found; null if there are none, or if they are wrong. */
    public String words(String name) {
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

    /** How many are asked for at most. */
    public int limit(int min, int max, int whenAbsent) {
        String text = options.get("limit");
        if (text == null) {
            return whenAbsent;
        }
        Optional<Integer> limit = ValueTypes.INTEGER.read(text).filter(number -> number >= min && number <= max);
        if (limit.isEmpty()) {
            reject(Violation.of("limit", "out-of-range", text, String.valueOf(min), String.valueOf(max)));
        }
        return limit.orElse(whenAbsent);
    }

    /** The point in time or revision that a known parameter names; empty if it is absent or names none. */
    public Optional<PointInTime> moment(String name) {
        return required(name, text -> PointInTime.read(name, text), "moment");
    }

    /** The revision that a known parameter names; empty if it is absent or names none. */
    public Optional<Long> revision(String name) {
        return required(name, PointInTime::revision, "revision");
    }

    private interface Reader<T> {
        Optional<T> read(String text);
    }

    private <T> Optional<T> required(String name, Reader<T> reader, String expected) {
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

    /** Adds something that is wrong. */
    public void reject(Violation violation) {
        violations.add(violation);
    }

    /** Rejects every parameter that is not known, where there are no filters. */
    public ParameterSet rejectUnknown() {
        others.keySet()
                .forEach(name -> reject(Violation.of(name, "unknown-parameter")
                        .meaning(DidYouMean.nearest(name, suggestions).orElse(null))));
        return this;
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidQuery if anything is wrong, naming all of it
     */
    public void rejectIfInvalid() {
        if (!violations.isEmpty()) {
            throw new InvalidQueryException(violations);
        }
    }
}
