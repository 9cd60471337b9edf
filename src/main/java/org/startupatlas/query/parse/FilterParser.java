package org.startupatlas.query.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.startupatlas.query.filter.Conditions;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.parameter.CommaList;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.Currencies;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.OperatorRules;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.schema.type.ValueTypes;

/** Reads a filter: its name, its operator and its values. */
final class FilterParser {

    /** So many codes people still read in a message; more are behind a link. */
    private static final int READABLE_CODES = 25;

    private final SchemaRegistry register;
    private final ReferenceResolver lookup;
    private final ResourceSchema declaration;
    private final List<String> options;
    private final List<Violation> problems;

    /**
     * @param options the parameters that the request can have beside filters, one of which may be meant
     */
    FilterParser(
            SchemaRegistry register,
            ReferenceResolver lookup,
            ResourceSchema declaration,
            List<String> options,
            List<Violation> problems) {
        this.register = register;
        this.lookup = lookup;
        this.declaration = declaration;
        this.options = List.copyOf(options);
        this.problems = problems;
    }

    /** What the parameter asks; empty if anything is wrong with it, which is then among the problems. */
    Optional<Conditions.Asked> read(String parameter, String text) {
        FieldPath path = register.paths(declaration).get(Operator.field(parameter));
        Optional<Operator> operator = Operator.ofParameter(parameter);
        if (path == null || operator.isEmpty() || !OperatorRules.operators(path).contains(operator.get())) {
            return refuse(wrong(parameter, path, text));
        }
        return values(parameter, path, operator.get(), text)
                .map(values -> new Conditions.Asked(path, operator.get(), values));
    }

    private Violation wrong(String parameter, FieldPath path, String text) {
        Optional<PeriodFilter> filter = PeriodFilter.of(register.paths(declaration), parameter, text);
        if (filter.isPresent()) {
            return Violation.of(parameter, "period-as-operator", filter.get().text())
                    .meaning(filter.get().parameter());
        }
        return path == null
                ? Violation.of(parameter, "unknown-parameter")
                        .meaning(new FilterSuggestion(register.filters(declaration), options)
                                .of(parameter)
                                .orElse(null))
                : unfit(parameter, path);
    }

    private static Violation unfit(String parameter, FieldPath path) {
        Set<Operator> fitting = OperatorRules.operators(path);
        String all = fitting.stream()
                .map(operator -> operator.parameter(path.name()))
                .collect(Collectors.joining(", "));
        return Violation.of(parameter, "unfit-operator", all)
                .meaning(OperatorSuggestion.of(Operator.suffix(parameter), fitting)
                        .map(operator -> operator.parameter(path.name()))
                        .orElse(null));
    }

    private Optional<List<Object>> values(String parameter, FieldPath path, Operator operator, String text) {
        if (text.isEmpty()) {
            return refuse(Violation.of(parameter, "empty-value"));
        }
        if (operator == Operator.EXISTS) {
            return ValueTypes.BOOLEAN
                    .read(text)
                    .map(List::<Object>of)
                    .or(() -> refuse(Violation.of(parameter, "invalid-value", text, "boolean")));
        }
        return OperatorRules.takeSeveral(path.field(), operator)
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
            ExternalIdScheme scheme = field.externalIdScheme();
            if (scheme == null) {
                values.add(value.get());
            } else {
                values.addAll(scheme.spellings((String) value.get()));
            }
        }
        return Optional.of(values);
    }

    private Optional<Object> value(String parameter, Field field, String word) {
        if (field.vocabulary() != null) {
            return code(parameter, field.vocabulary(), word);
        }
        if (field.isCurrency()) {
            return currency(parameter, word);
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
                : Violation.of(parameter, "unknown-code", word, ReferenceResolver.whereCodesAre(vocabulary));
        return refuse(violation.meaning(
                lookup.nearestCode(vocabulary, word).map(CommaList::write).orElse(null)));
    }

    private Optional<Object> currency(String parameter, String word) {
        return Currencies.isCode(word)
                ? Optional.of(word)
                : refuse(Violation.of(parameter, "invalid-value", word, "currency")
                        .meaning(ReferenceResolver.nearestCurrency(word).orElse(null)));
    }

    /** An id that nothing has is one all the same: nothing is found. */
    private Optional<Object> reference(String parameter, ResourceSchema target, String slug) {
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
