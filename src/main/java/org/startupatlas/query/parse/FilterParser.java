package org.startupatlas.query.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Parses a filter: its name, its operator and its values. */
final class FilterParser {

    /** A message lists up to this many codes, which people can still read; beyond, it links to them. */
    private static final int MAX_LISTED_CODES = 25;

    private final SchemaRegistry registry;
    private final ReferenceResolver references;
    private final ResourceSchema schema;
    private final List<String> options;
    private final List<Violation> violations;

    /**
     * @param options the parameters of the operation that are not filters, for suggestions
     */
    FilterParser(
            SchemaRegistry registry,
            ReferenceResolver references,
            ResourceSchema schema,
            List<String> options,
            List<Violation> violations) {
        this.registry = registry;
        this.references = references;
        this.schema = schema;
        this.options = List.copyOf(options);
        this.violations = violations;
    }

    /** Parses a filter; empty if it is invalid, in which case a violation is added. */
    Optional<Conditions.FieldFilter> read(String parameter, String text) {
        FieldPath path = registry.paths(schema).get(Operator.field(parameter));
        Optional<Operator> operator = Operator.ofParameter(parameter);
        if (path == null || operator.isEmpty() || !OperatorRules.operators(path).contains(operator.get())) {
            return reject(unknownFilter(parameter, path, text));
        }
        return values(parameter, path, operator.get(), text).map(values -> filter(path, operator.get(), values));
    }

    private Conditions.FieldFilter filter(FieldPath path, Operator operator, List<Object> values) {
        if (operator != Operator.ABSENT) {
            return new Conditions.FieldFilter(path, operator, values);
        }
        Map<String, FieldPath> own = registry.ownPaths(schema);
        return Conditions.FieldFilter.absent(path, values, own.get("provenance.field"), own.get("provenance.absent"));
    }

    private Violation unknownFilter(String parameter, FieldPath path, String text) {
        Optional<PeriodFilter> filter = PeriodFilter.of(registry.paths(schema), parameter, text);
        if (filter.isPresent()) {
            return Violation.of(parameter, "period-as-operator", filter.get().text())
                    .suggesting(filter.get().parameter());
        }
        return path == null
                ? Violation.of(parameter, "unknown-parameter")
                        .suggesting(new FilterSuggestion(registry.filters(schema), options)
                                .of(parameter)
                                .orElse(null))
                : unsupportedOperator(parameter, path);
    }

    private static Violation unsupportedOperator(String parameter, FieldPath path) {
        Set<Operator> supported = OperatorRules.operators(path);
        String all = supported.stream()
                .map(operator -> operator.parameter(path.name()))
                .collect(Collectors.joining(", "));
        return Violation.of(parameter, "unfit-operator", all)
                .suggesting(OperatorSuggestion.of(Operator.suffix(parameter), supported)
                        .map(operator -> operator.parameter(path.name()))
                        .orElse(null));
    }

    private Optional<List<Object>> values(String parameter, FieldPath path, Operator operator, String text) {
        if (text.isEmpty()) {
            return reject(Violation.of(parameter, "empty-value"));
        }
        if (operator == Operator.EXISTS) {
            return ValueTypes.BOOLEAN
                    .read(text)
                    .map(List::<Object>of)
                    .or(() -> reject(Violation.of(parameter, "invalid-value", text, "boolean")));
        }
        Field field = operator == Operator.ABSENT
                ? registry.ownPaths(schema).get("provenance.absent").field()
                : path.field();
        return OperatorRules.takeSeveral(path.field(), operator)
                ? CommaList.read(parameter, text, violations).flatMap(texts -> parseAll(parameter, field, texts))
                : parseAll(parameter, field, List.of(text));
    }

    private Optional<List<Object>> parseAll(String parameter, Field field, List<String> texts) {
        List<Object> values = new ArrayList<>();
        for (String text : texts) {
            Optional<Object> value = value(parameter, field, text);
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

    private Optional<Object> value(String parameter, Field field, String text) {
        if (field.vocabulary() != null) {
            return code(parameter, field.vocabulary(), text);
        }
        if (field.isCurrency()) {
            return currency(parameter, text);
        }
        if (field.type() == ValueTypes.REFERENCE) {
            return reference(parameter, registry.get(field.target()), text);
        }
        return field.type()
                .read(text)
                .<Object>map(value -> value)
                .or(() -> reject(Violation.of(
                        parameter, "invalid-value", text, field.type().messageKey())));
    }

    private Optional<Object> code(String parameter, String vocabulary, String text) {
        List<String> codes = references.codes(vocabulary);
        if (codes.contains(text)) {
            return Optional.of(text);
        }
        Violation violation = codes.size() <= MAX_LISTED_CODES
                ? Violation.of(parameter, "unknown-value", text, String.join(", ", codes))
                : Violation.of(parameter, "unknown-code", text, ReferenceResolver.codesPath(vocabulary));
        return reject(violation.suggesting(
                references.nearestCode(vocabulary, text).map(CommaList::write).orElse(null)));
    }

    private Optional<Object> currency(String parameter, String text) {
        return Currencies.isCode(text)
                ? Optional.of(text)
                : reject(Violation.of(parameter, "invalid-value", text, "currency")
                        .suggesting(ReferenceResolver.nearestCurrency(text).orElse(null)));
    }

    /** Resolves a slug or an id. An id without a record is valid too, but matches nothing. */
    private Optional<Object> reference(String parameter, ResourceSchema target, String slug) {
        return references
                .resolve(target, slug)
                .or(() -> ValueTypes.ID.read(slug))
                .<Object>map(id -> id)
                .or(() -> reject(Violation.of(parameter, "unknown-reference", slug, target.resource())
                        .suggesting(references
                                .nearestSlug(target, slug)
                                .map(CommaList::write)
                                .orElse(null))));
    }

    private <T> Optional<T> reject(Violation violation) {
        violations.add(violation);
        return Optional.empty();
    }
}
