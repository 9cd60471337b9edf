package org.startupatlas.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a filter: its name, its operator and its values. */
final class FilterReader {

    /** So many codes people still read in a message; more are behind a link. */
    private static final int READABLE_CODES = 25;

    private final Register register;
    private final Lookup lookup;
    private final Declaration declaration;
    private final List<String> options;
    private final List<Violation> problems;

    /**
     * @param options the parameters that the request can have beside filters, one of which may be meant
     */
    FilterReader(
            Register register, Lookup lookup, Declaration declaration, List<String> options, List<Violation> problems) {
        this.register = register;
        this.lookup = lookup;
        this.declaration = declaration;
        this.options = List.copyOf(options);
        this.problems = problems;
    }

    /** What the parameter asks; empty if anything is wrong with it, which is then among the problems. */
    Optional<Conditions.Asked> read(String parameter, String text) {
        int separator = parameter.lastIndexOf(Operator.SEPARATOR);
        Path path = register.paths(declaration).get(Operator.field(parameter));
        Optional<Operator> operator = separator < 0
                ? Optional.of(Operator.EQUAL)
                : Operator.ofSuffix(parameter.substring(separator + Operator.SEPARATOR.length()));
        if (path == null || operator.isEmpty()) {
            return refuse(unknown(parameter, path));
        }
        if (!OperatorRules.operators(path).contains(operator.get())) {
            return refuse(unfit(parameter, path));
        }
        return values(parameter, path, operator.get(), text)
                .map(values -> new Conditions.Asked(path, operator.get(), values));
    }

    private Violation unknown(String parameter, Path path) {
        if (path != null) {
            return unfit(parameter, path);
        }
        List<String> known = Stream.concat(options.stream(), filters()).toList();
        return Violation.of(parameter, "unknown-parameter")
                .meaning(Spelling.nearest(parameter, known).orElse(null));
    }

    private Stream<String> filters() {
        return register.filters(declaration).stream()
                .flatMap(filter -> filter.operators().stream().map(operator -> operator.parameter(filter.name())));
    }

    private static Violation unfit(String parameter, Path path) {
        List<String> fitting = OperatorRules.operators(path).stream()
                .map(operator -> operator.parameter(path.name()))
                .toList();
        return Violation.of(parameter, "unfit-operator", String.join(", ", fitting))
                .meaning(Spelling.nearest(parameter, fitting).orElse(null));
    }

    private Optional<List<Object>> values(String parameter, Path path, Operator operator, String text) {
        if (text.isEmpty()) {
            return refuse(Violation.of(parameter, "empty-value"));
        }
        if (operator == Operator.EXISTS) {
            return ValueTypes.BOOLEAN
                    .read(text)
                    .map(List::<Object>of)
                    .or(() -> refuse(Violation.of(parameter, "invalid-value", text, "boolean")));
        }
        ValueType<?> type = path.field().type();
        boolean several =
                switch (operator) {
                    case EQUAL, NOT_EQUAL, ALL -> type.listed();
                    default -> false;
                };
        return several
                ? CommaList.read(parameter, text, problems).flatMap(words -> all(parameter, path.field(), words))
                : all(parameter, path.field(), List.of(text));
    }

    private Optional<List<Object>> all(String parameter, Field field, List<String> words) {
        List<Object> values = new ArrayList<>();
        for (String word : words) {
            Optional<Object> value = value(parameter, field, word);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }

    private Optional<Object> value(String parameter, Field field, String word) {
        if (field.vocabulary() != null) {
            return code(parameter, field.vocabulary(), word);
        }
        if (field.type() == ValueTypes.REFERENCE) {
            return reference(parameter, register.get(field.target()), word);
        }
        return field.type()
                .read(word)
                .<Object>map(value -> value)
                .or(() -> refuse(Violation.of(
                        parameter, "invalid-value", word, field.type().expected())));
    }

    private Optional<Object> code(String parameter, String vocabulary, String word) {
        List<String> codes = lookup.codes(vocabulary);
        if (codes.contains(word)) {
            return Optional.of(word);
        }
        Violation violation = codes.size() <= READABLE_CODES
                ? Violation.of(parameter, "unknown-value", word, String.join(", ", codes))
                : Violation.of(parameter, "unknown-code", word, Lookup.whereCodesAre(vocabulary));
        return refuse(violation.meaning(
                lookup.nearestCode(vocabulary, word).map(CommaList::write).orElse(null)));
    }

    /** An id that nothing has is one all the same: nothing is found. */
    private Optional<Object> reference(String parameter, Declaration target, String slug) {
        return lookup.leadsTo(target, slug)
                .or(() -> ValueTypes.ID.read(slug))
                .<Object>map(id -> id)
                .or(() -> refuse(Violation.of(parameter, "unknown-reference", slug, target.resource())
                        .meaning(lookup.nearestSlug(target, slug)
                                .map(CommaList::write)
                                .orElse(null))));
    }

    private <T> Optional<T> refuse(Violation violation) {
        problems.add(violation);
        return Optional.empty();
    }
}
