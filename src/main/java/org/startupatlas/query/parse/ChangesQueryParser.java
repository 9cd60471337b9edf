package org.startupatlas.query.parse;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.query.ChangeFilter;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;

/**
 * Reads requests for changes. Their filters are those of lists, as far as a record alone can tell whether it satisfies
 * them: what other records say of it changes without a change of its own.
 */
@Singleton
public final class ChangesQueryParser {

    /** Parameters of the feed that are no filters. */
    public static final List<String> FEED_PARAMETERS =
            List.of("since", "resource", "by", "op", "fields", "lang", "limit", "format");

    /** Parameters of the stream that are no filters: it has no pages, and one format. */
    public static final List<String> STREAM_PARAMETERS = List.of("since", "resource", "by", "op", "fields", "lang");

    /** Parameters of a record's history. */
    public static final List<String> HISTORY_PARAMETERS =
            List.of("since", "by", "op", "fields", "lang", "limit", "format");

    /** Of these, the ones that take several values. */
    private static final Set<String> LISTS = Set.of("by", "op", "fields");

    private final SchemaRegistry register;
    private final ReferenceResolver lookup;

    /** The grammar of the registered resources. */
    public ChangesQueryParser(SchemaRegistry register, ReferenceResolver lookup) {
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
    public ChangesQuery history(ResourceSchema declaration, List<Parameter> parameters, Format accepted) {
        ParameterSet said = ParameterSet.ofRead(parameters, HISTORY_PARAMETERS, LISTS::contains)
                .rejectUnknown();
        return query(said, Optional.of(declaration), Condition.ALWAYS, accepted);
    }

    private ChangesQuery filtered(List<Parameter> parameters, List<String> known, Format accepted) {
        Optional<ResourceSchema> declaration = declaration(parameters);
        ParameterSet said = ParameterSet.ofRead(parameters, known, name -> takesSeveral(name, declaration));
        String resource = said.options().get("resource");
        Condition condition = Condition.ALWAYS;
        if (declaration.isPresent()) {
            condition = new RecordFilterParser(register, lookup, declaration.get()).read(said);
        } else if (resource == null) {
            said.others().keySet().forEach(name -> said.reject(withoutResource(name, said)));
        } else {
            List<String> resources = register.declarations().stream()
                    .map(ResourceSchema::resource)
                    .toList();
            said.reject(
                    resource.isEmpty()
                            ? Violation.of("resource", "empty-value")
                            : Violation.unknown("resource", "unknown-value", resource, resources));
        }
        return query(said, declaration, condition, accepted);
    }

    /** The resource decides which filters there are, so it is found before the other parameters are read. */
    private Optional<ResourceSchema> declaration(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals("resource"))
                .findFirst()
                .flatMap(parameter -> register.find(parameter.value()));
    }

    private boolean takesSeveral(String name, Optional<ResourceSchema> declaration) {
        return LISTS.contains(name) || declaration.stream().anyMatch(of -> register.takesSeveral(of, name));
    }

    private static ChangesQuery query(
            ParameterSet said, Optional<ResourceSchema> declaration, Condition condition, Format accepted) {
        ChangeFilter filter = new ChangeFilter(declaration, condition, said.list("by"), ops(said, condition));
        List<String> members = said.choices("fields", "unknown-field", ChangesQuery.MEMBERS);
        Language language = said.language().orElse(null);
        Optional<PointInTime> since = said.moment("since");
        int limit = said.limit(ChangesQuery.MIN_LIMIT, ChangesQuery.MAX_LIMIT, ChangesQuery.DEFAULT_LIMIT);
        Format format = said.format(ChangesQuery.FORMATS, accepted);
        said.rejectIfInvalid();
        return new ChangesQuery(filter, members.isEmpty() ? null : members, language, since, limit, format);
    }

    /** Records enter and leave only where not all of them are asked for. */
    private static List<String> ops(ParameterSet said, Condition condition) {
        List<String> possible = new ArrayList<>(ChangesQuery.OPS);
        if (!condition.equals(Condition.ALWAYS)) {
            possible.addAll(ChangesQuery.OPS_OF_COPIES);
        }
        return said.choices("op", "unknown-value", possible);
    }

    /** A filter is one only of a resource; what is a filter of none was meant as something else. */
    private Violation withoutResource(String name, ParameterSet said) {
        boolean filter = register.declarations().stream()
                .anyMatch(declaration -> register.paths(declaration).containsKey(Operator.field(name)));
        return filter
                ? Violation.of(name, "filter-without-resource")
                : Violation.of(name, "unknown-parameter")
                        .meaning(DidYouMean.nearest(name, said.suggestions()).orElse(null));
    }
}
