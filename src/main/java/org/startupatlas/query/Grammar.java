package org.startupatlas.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a request's parameters by the declaration of what is asked: strict, and telling all that is wrong at once.
 */
public final class Grammar {

    /** Parameters of lists that are no filters. */
    public static final List<String> LIST_PARAMETERS =
            List.of("sort", "limit", "cursor", "total", "fields", "expand", "lang", "format");

    /** Parameters of single records. */
    public static final List<String> RECORD_PARAMETERS = List.of("fields", "expand", "lang", "format");

    /** Parameters of single elements of a record's list. */
    public static final List<String> ELEMENT_PARAMETERS = List.of("lang");

    private final Register register;
    private final Lookup lookup;

    /** The grammar of the registered resources. */
    public Grammar(Register register, Lookup lookup) {
        this.register = register;
        this.lookup = lookup;
    }

    /**
     * Reads a request for a list.
     *
     * @param scope what every record of the list satisfies whatever the parameters say, and its name
     * @param accepted the format asked for by the request's headers; {@code format=} beats it
     * @throws InvalidQuery if anything is wrong
     */
    public Query list(Declaration declaration, Scope scope, List<Parameter> parameters, Format accepted) {
        Reading reading = new Reading(declaration, parameters);
        Options options = new OptionReader(register, declaration, reading.problems)
                .read(reading.options(LIST_PARAMETERS), accepted);
        List<Conditions.Asked> asked = reading.filters();
        String fingerprint = Fingerprint.of(declaration, scope.name(), reading.filterTexts(), options.sort());
        Cursor cursor = options.cursor() == null ? null : reading.cursor(options.cursor(), fingerprint, options.sort());
        reading.refuseIfWrong();
        Condition condition =
                asked.isEmpty() ? scope.condition() : scope.condition().and(Conditions.of(asked));
        return new Query(
                declaration,
                condition,
                options.sort(),
                options.limit(),
                cursor,
                options.fields(),
                options.expansion(),
                options.language(),
                options.format(),
                options.total(),
                fingerprint);
    }

    /**
     * Reads a request for a single record.
     *
     * @throws InvalidQuery if anything is wrong
     */
    public Query record(Declaration declaration, List<Parameter> parameters, Format accepted) {
        return single(declaration, parameters, RECORD_PARAMETERS, accepted);
    }

    /**
     * Reads a request for a single element of a record's list.
     *
     * @throws InvalidQuery if anything is wrong
     */
    public Query element(Declaration declaration, List<Parameter> parameters) {
        return single(declaration, parameters, ELEMENT_PARAMETERS, Format.JSON);
    }

    private Query single(Declaration declaration, List<Parameter> parameters, List<String> known, Format accepted) {
        Reading reading = new Reading(declaration, parameters);
        Options options =
                new OptionReader(register, declaration, reading.problems).read(reading.options(known), accepted);
        reading.refuseOthers(known);
        reading.refuseIfWrong();
        return new Query(
                declaration,
                Condition.ALWAYS,
                List.of(),
                1,
                null,
                options.fields(),
                options.expansion(),
                options.language(),
                options.format(),
                false,
                "");
    }

    /**
     * What all records of a list have in common, beside the parameters.
     *
     * @param name tells one scope from another; empty for the whole resource
     * @param condition what each record satisfies
     */
    public record Scope(String name, Condition condition) {

        /** A whole resource. */
        public static final Scope ALL = new Scope("", Condition.ALWAYS);
    }

    /** One request being read. */
    private final class Reading {

        private final Declaration declaration;
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private final Map<String, String> filters = new LinkedHashMap<>();
        private final List<Violation> problems = new ArrayList<>();

        Reading(Declaration declaration, List<Parameter> all) {
            this.declaration = declaration;
            Set<String> repeated = new HashSet<>();
            for (Parameter parameter : all) {
                if (parameters.putIfAbsent(parameter.name(), parameter.value()) != null
                        && repeated.add(parameter.name())) {
                    problems.add(Violation.of(parameter.name(), "repeated-parameter"));
                }
            }
        }

        Map<String, String> options(Collection<String> names) {
            Map<String, String> options = new LinkedHashMap<>();
            parameters.forEach((name, value) -> (names.contains(name) ? options : filters).put(name, value));
            return options;
        }

        Map<String, String> filterTexts() {
            return filters;
        }

        List<Conditions.Asked> filters() {
            FilterReader reader = new FilterReader(register, lookup, declaration, problems);
            return filters.entrySet().stream()
                    .flatMap(entry -> reader.read(entry.getKey(), entry.getValue()).stream())
                    .toList();
        }

        void refuseOthers(List<String> known) {
            filters.keySet()
                    .forEach(name -> problems.add(Violation.of(name, "unknown-parameter")
                            .meaning(Spelling.nearest(name, known).orElse(null))));
        }

        Cursor cursor(String text, String fingerprint, List<Sort> sort) {
            Cursor cursor = Cursor.read(text, declaration.hasWordsAsIds()).orElse(null);
            if (cursor == null) {
                problems.add(Violation.of("cursor", "invalid-cursor"));
            } else if (!cursor.isOf(fingerprint, sort)) {
                problems.add(Violation.of("cursor", "cursor-of-another-query"));
            }
            return cursor;
        }

        void refuseIfWrong() {
            if (!problems.isEmpty()) {
                throw new InvalidQuery(problems);
            }
        }
    }

    /** Every parameter that lists of a resource take. */
    static Stream<String> listParameters(Register register, Declaration declaration) {
        return Stream.concat(
                LIST_PARAMETERS.stream(),
                register.filters(declaration).stream().flatMap(filter -> filter.operators().stream()
                        .map(operator -> operator.parameter(filter.name()))));
    }
}
