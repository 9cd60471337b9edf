package org.startupatlas.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads filters as far as a record alone can tell whether it satisfies them, as is needed wherever the log is asked:
 * what other records say of a record changes without a change of its own.
 */
final class OwnFilters {

    private final Register register;
    private final Lookup lookup;
    private final Declaration declaration;
    private final List<String> known;

    /**
     * Reads filters of a resource.
     *
     * @param known the names of parameters that are no filters
     */
    OwnFilters(Register register, Lookup lookup, Declaration declaration, List<String> known) {
        this.register = register;
        this.lookup = lookup;
        this.declaration = declaration;
        this.known = known;
    }

    Condition read(Reading reading) {
        FilterReader reader = new FilterReader(register, lookup, declaration, known, reading.problems());
        List<Conditions.Asked> asked = reading.others().entrySet().stream()
                .flatMap(filter -> read(reader, filter, reading).stream())
                .toList();
        return asked.isEmpty() ? Condition.ALWAYS : Conditions.of(asked);
    }

    private Optional<Conditions.Asked> read(FilterReader reader, Map.Entry<String, String> filter, Reading reading) {
        Path path = register.paths(declaration).get(Operator.field(filter.getKey()));
        if (path == null) {
            List<String> possible = Stream.concat(known.stream(), ownFilters()).toList();
            reading.refuse(Violation.of(filter.getKey(), "unknown-parameter")
                    .meaning(Spelling.nearest(filter.getKey(), possible).orElse(null)));
            return Optional.empty();
        }
        if (!path.isOwn()) {
            reading.refuse(Violation.of(filter.getKey(), "not-own-field", declaration.resource()));
            return Optional.empty();
        }
        return reader.read(filter.getKey(), filter.getValue());
    }

    private Stream<String> ownFilters() {
        return register.paths(declaration).values().stream()
                .filter(Path::isOwn)
                .flatMap(path ->
                        OperatorRules.operators(path).stream().map(operator -> operator.parameter(path.name())));
    }
}
