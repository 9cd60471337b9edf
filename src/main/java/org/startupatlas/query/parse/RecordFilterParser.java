package org.startupatlas.query.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.Conditions;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;

/**
 * Parses filters for readers of the change log, which support only a record's own fields: the values of other records
 * change without a change of the record itself.
 */
final class RecordFilterParser {

    private final SchemaRegistry registry;
    private final ReferenceResolver references;
    private final ResourceSchema schema;

    RecordFilterParser(SchemaRegistry registry, ReferenceResolver references, ResourceSchema schema) {
        this.registry = registry;
        this.references = references;
        this.schema = schema;
    }

    Condition read(ParameterSet parameterSet) {
        FilterParser parser =
                new FilterParser(registry, references, schema, parameterSet.suggestions(), parameterSet.violations());
        List<Conditions.FieldFilter> filters = parameterSet.others().entrySet().stream()
                .flatMap(filter -> read(parser, filter, parameterSet).stream())
                .toList();
        return filters.isEmpty() ? Condition.ALWAYS : Conditions.of(filters);
    }

    private Optional<Conditions.FieldFilter> read(
            FilterParser parser, Map.Entry<String, String> filter, ParameterSet parameterSet) {
        FieldPath path = registry.paths(schema).get(Operator.field(filter.getKey()));
        if (path == null) {
            parameterSet.reject(Violation.of(filter.getKey(), "unknown-parameter")
                    .suggesting(new FilterSuggestion(registry.ownFilters(schema), parameterSet.suggestions())
                            .of(filter.getKey())
                            .orElse(null)));
            return Optional.empty();
        }
        if (!path.isOwn()) {
            parameterSet.reject(Violation.of(filter.getKey(), "not-own-field", schema.resource()));
            return Optional.empty();
        }
        return parser.read(filter.getKey(), filter.getValue());
    }
}
