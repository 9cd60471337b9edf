package org.startupatlas.query;

import java.util.List;
import java.util.Optional;

/**
 * Reads requests for changes. Their filters are those of lists, as far as a record alone can tell whether it satisfies
 * them: what other records say of it changes without a change of its own.
 */
public final class ChangesGrammar {

    /** Parameters of the feed that are no filters. */
    public static final List<String> FEED_PARAMETERS = List.of("since", "resource", "limit", "format");

    /** Parameters of the stream that are no filters: it has no pages, and one format. */
    public static final List<String> STREAM_PARAMETERS = List.of("since", "resource");

    /** Parameters of a record's history. */
    public static final List<String> HISTORY_PARAMETERS = List.of("since", "limit", "format");

    private final Register register;
    private final Lookup lookup;

    /** The grammar of the registered resources. */
    public ChangesGrammar(Register register, Lookup lookup) {
        this.register = register;
        this.lookup = lookup;
    }

    /**
     * Reads a request for a page of the feed.
     *
     * @param accepted the format asked for by the request's headers; {@code format=} beats it
     * @throws InvalidQuery if anything is wrong
     */
    public ChangesQuery feed(List<Parameter> parameters, Format accepted) {
        return filtered(parameters, FEED_PARAMETERS, accepted);
    }

    /**
     * Reads a request for the stream.
     *
     * @throws InvalidQuery if anything is wrong
     */
    public ChangesQuery stream(List<Parameter> parameters) {
        return filtered(parameters, STREAM_PARAMETERS, Format.JSON);
    }

    /**
     * Reads a request for the history of one record.
     *
     * @param accepted the format asked for by the request's headers; {@code format=} beats it
     * @throws InvalidQuery if anything is wrong
     */
    public ChangesQuery history(Declaration declaration, List<Parameter> parameters, Format accepted) {
        Reading reading = new Reading(parameters, HISTORY_PARAMETERS);
        reading.refuseOthers(HISTORY_PARAMETERS);
        return query(reading, Optional.of(declaration), Condition.ALWAYS, accepted);
    }

    private ChangesQuery filtered(List<Parameter> parameters, List<String> known, Format accepted) {
        Reading reading = new Reading(parameters, known);
        String resource = reading.options().get("resource");
        Optional<Declaration> declaration = Optional.ofNullable(resource).flatMap(register::find);
        Condition condition = Condition.ALWAYS;
        if (declaration.isPresent()) {
            condition = new OwnFilters(register, lookup, declaration.get(), known).read(reading);
        } else if (resource == null) {
            reading.others().keySet().forEach(name -> reading.refuse(withoutResource(name, known)));
        } else {
            List<String> resources =
                    register.declarations().stream().map(Declaration::resource).toList();
            reading.refuse(
                    resource.isEmpty()
                            ? Violation.of("resource", "empty-value")
                            : OptionReader.unknown("resource", "unknown-value", resource, resources));
        }
        return query(reading, declaration, condition, accepted);
    }

    private static ChangesQuery query(
            Reading reading, Optional<Declaration> declaration, Condition condition, Format accepted) {
        Optional<Moment> since = reading.moment("since");
        int limit = OptionReader.limit(
                reading.options().get("limit"),
                ChangesQuery.LEAST_LIMIT,
                ChangesQuery.GREATEST_LIMIT,
                ChangesQuery.DEFAULT_LIMIT,
                reading.problems());
        Format format = OptionReader.format(
                reading.options().get("format"), ChangesQuery.FORMATS, accepted, reading.problems());
        reading.refuseIfWrong();
        return new ChangesQuery(declaration, condition, since, limit, format);
    }

    /** A filter is one only of a resource; what is a filter of none was meant as something else. */
    private Violation withoutResource(String name, List<String> known) {
        boolean filter = register.declarations().stream()
                .anyMatch(declaration -> register.paths(declaration).containsKey(Operator.field(name)));
        return filter
                ? Violation.of(name, "filter-without-resource")
                : Violation.of(name, "unknown-parameter")
                        .meaning(Spelling.nearest(name, known).orElse(null));
    }
}
