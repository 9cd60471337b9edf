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
 * Reads filters as far as a record alone can tell whether it satisfies them, as is needed wherever the log is asked:
 * what other records say of a record changes without a change of its own.
 */
final class RecordFilterParser {

    private final SchemaRegistry register;
    private final ReferenceResolver lookup;
    private final ResourceSchema declaration;

    /** Reads filters of a resource. */
    RecordFilterParser(SchemaRegistry register, ReferenceResolver lookup, ResourceSchema declaration) {
        this.register = register;
        this.lookup = lookup;
        this.declaration = declaration;
    }

    Condition read(ParameterSet said) {
        FilterParser reader = new FilterParser(register, lookup, declaration, said.suggestions(), said.violations());
        List<Conditions.Asked> asked = said.others().entrySet().stream()
                .flatMap(filter -> read(reader, filter, said).stream())
                .toList();
        return asked.isEmpty() ? Condition.ALWAYS : Conditions.of(asked);
    }

    private Optional<Conditions.Asked> read(FilterParser reader, Map.Entry<String, String> filter, ParameterSet said) {
        FieldPath path = register.paths(declaration).get(Operator.field(filter.getKey()));
        if (path == null) {
            said.reject(Violation.of(filter.getKey(), "unknown-parameter")
                    .meaning(new FilterSuggestion(register.ownFilters(declaration), said.suggestions())
                            .of(filter.getKey())
                            .orElse(null)));
            return Optional.empty();
        }
        if (!path.isOwn()) {
            said.reject(Violation.of(filter.getKey(), "not-own-field", declaration.resource()));
            return Optional.empty();
        }
        return reader.read(filter.getKey(), filter.getValue());
    }
}
