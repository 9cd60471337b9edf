package org.startupatlas.query;

import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a request's parameters by the declaration of what is asked: strict, and telling all that is wrong at once.
 */
public final class Grammar {

    /** Parameters of lists that are no filters. */
    public static final List<String> LIST_PARAMETERS =
            List.of("sort", "limit", "cursor", "total", "facets", "fields", "expand", "lang", "format");

    /** Parameters of single records. */
    public static final List<String> RECORD_PARAMETERS = List.of("fields", "expand", "lang", "format", "as_of");

    /** Parameters of single versions of records. */
    public static final List<String> VERSION_PARAMETERS = List.of("fields", "lang", "format");

    /** Parameters of single elements of a record's list. */
    public static final List<String> ELEMENT_PARAMETERS = List.of("lang");

    private static final String AS_OF = "as_of";

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
        Reading reading = new Reading(parameters, LIST_PARAMETERS);
        Options options = new OptionReader(register, declaration, reading.problems()).read(reading.options(), accepted);
        List<Conditions.Asked> asked = filters(declaration, reading);
        String fingerprint = Fingerprint.of(declaration, scope.name(), reading.others(), options.sort());
        Cursor cursor = options.cursor() == null
                ? null
                : cursor(declaration, reading, options.cursor(), fingerprint, options.sort());
        reading.refuseIfWrong();
        List<Facet> facets = options.facets().stream()
                .map(path -> new Facet(path, condition(scope, Conditions.besides(asked, path))))
                .toList();
        return new Query(
                declaration,
                condition(scope, asked),
                options.sort(),
                options.limit(),
                cursor,
                options.fields(),
                options.expansion(),
                options.language(),
                options.format(),
                options.total(),
                facets,
                fingerprint,
                null);
    }

    /**
     * Reads filters alone: what the records of a list with these parameters satisfy.
     *
     * @throws InvalidQuery if anything is wrong, or is no filter
     */
    Condition condition(Declaration declaration, List<Parameter> parameters) {
        Reading reading = new Reading(parameters, LIST_PARAMETERS);
        reading.options().keySet().forEach(name -> reading.refuse(Violation.of(name, "unknown-parameter")));
        List<Conditions.Asked> asked = filters(declaration, reading);
        reading.refuseIfWrong();
        return condition(Scope.ALL, asked);
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
     * Reads a request for a single version of a record.
     *
     * @throws InvalidQuery if anything is wrong
     */
    public Query version(Declaration declaration, List<Parameter> parameters, Format accepted) {
        return single(declaration, parameters, VERSION_PARAMETERS, accepted);
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
        Reading reading = new Reading(parameters, known);
        Options options = new OptionReader(register, declaration, reading.problems()).read(reading.options(), accepted);
        Moment asOf = reading.moment(AS_OF).orElse(null);
        if (asOf != null && reading.options().containsKey("expand")) {
            reading.refuse(Violation.of("expand", "not-together", AS_OF));
        }
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
                List.of(),
                "",
                asOf);
    }

    private static Condition condition(Scope scope, List<Conditions.Asked> asked) {
        return asked.isEmpty() ? scope.condition() : scope.condition().and(Conditions.of(asked));
    }

    /**
     * What all records of a list have in common, beside the parameters.
     *
     * @param name tells one scope from another; empty for the whole resource
     * @param condition what each record satisfies
     * @param filters parameters that ask the same of the feed, or null where the feed cannot be asked it
     */
    public record Scope(String name, Condition condition, List<Parameter> filters) {

        /** A whole resource. */
        public static final Scope ALL = new Scope("", Condition.ALWAYS, List.of());

        public Scope {
            filters = filters == null ? null : List.copyOf(filters);
        }
    }

    private List<Conditions.Asked> filters(Declaration declaration, Reading reading) {
        FilterReader reader = new FilterReader(register, lookup, declaration, reading.problems());
        return reading.others().entrySet().stream()
                .flatMap(entry -> reader.read(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private static Cursor cursor(
            Declaration declaration, Reading reading, String text, String fingerprint, List<Sort> sort) {
        Cursor cursor = Cursor.read(text, declaration.hasWordsAsIds()).orElse(null);
        if (cursor == null) {
            reading.refuse(Violation.of("cursor", "invalid-cursor"));
        } else if (!cursor.isOf(fingerprint, sort)) {
            reading.refuse(Violation.of("cursor", "cursor-of-another-query"));
        }
        return cursor;
    }

    /** Every parameter that lists of a resource take. */
    static Stream<String> listParameters(Register register, Declaration declaration) {
        return Stream.concat(
                LIST_PARAMETERS.stream(),
                register.filters(declaration).stream().flatMap(filter -> filter.operators().stream()
                        .map(operator -> operator.parameter(filter.name()))));
    }
}
