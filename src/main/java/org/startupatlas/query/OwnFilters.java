package org.startupatlas.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads filters as far as a record alone can tell whether it satisfies them, as is needed wherever the log is asked:
 * what other records say of a record changes without a change of its own.
 */
final class OwnFilters {

    private final Register register;
    private final Lookup lookup;
    private final Declaration declaration;

    /** Reads filters of a resource. */
    OwnFilters(Register register, Lookup lookup, Declaration declaration) {
        this.register = register;
        this.lookup = lookup;
        this.declaration = declaration;
    }

    Condition read(ParameterSet said) {
        FilterReader reader = new FilterReader(register, lookup, declaration, said.suggestions(), said.violations());
        List<Conditions.Asked> asked = said.others().entrySet().stream()
                .flatMap(filter -> read(reader, filter, said).stream())
                .toList();
        return asked.isEmpty() ? Condition.ALWAYS : Conditions.of(asked);
    }

    private Optional<Conditions.Asked> read(FilterReader reader, Map.Entry<String, String> filter, ParameterSet said) {
        Path path = register.paths(declaration).get(Operator.field(filter.getKey()));
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
