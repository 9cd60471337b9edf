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
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;

/**
 * Parses requests for changes. Their filters are those of lists, restricted to a record's own fields: the values of
 * other records change without a change of the record itself.
 */
@Singleton
public final class ChangesQueryParser {

    /** Parameters of the feed that are not filters. */
    public static final List<String> FEED_PARAMETERS =
            List.of("since", "resource", "by", "op", "fields", "lang", "limit", "format");

    /** Parameters of the stream that are not filters: it has no pages, and only one format. */
    public static final List<String> STREAM_PARAMETERS = List.of("since", "resource", "by", "op", "fields", "lang");

    /** Parameters of a record's history. */
    public static final List<String> HISTORY_PARAMETERS =
            List.of("since", "by", "op", "fields", "lang", "limit", "format");

    /** Of these, the parameters that take several values. */
    private static final Set<String> LISTS = Set.of("by", "op", "fields");

    private final SchemaRegistry registry;
    private final ReferenceResolver references;

    public ChangesQueryParser(SchemaRegistry registry, ReferenceResolver references) {
        this.registry = registry;
        this.references = references;
    }

    /**
     * Parses a request for a page of the feed.
     *
     * @param accepted the format that the request's headers ask for; {@code format} takes precedence
     * @throws RejectedException if there is a violation
     */
    public ChangesQuery feed(List<Parameter> parameters, Format accepted) {
        return filtered(parameters, FEED_PARAMETERS, accepted);
    }

    /**
     * Parses a request for the stream.
     *
     * @throws RejectedException if there is a violation
     */
    public ChangesQuery stream(List<Parameter> parameters) {
        return filtered(parameters, STREAM_PARAMETERS, Format.JSON);
    }

    /**
     * Parses a request for the history of one record.
     *
     * @param accepted the format that the request's headers ask for; {@code format} takes precedence
     * @throws RejectedException if there is a violation
     */
    public ChangesQuery history(ResourceSchema schema, List<Parameter> parameters, Format accepted) {
        ParameterSet parameterSet = ParameterSet.ofRead(parameters, HISTORY_PARAMETERS, LISTS::contains)
                .rejectUnknown();
        return query(parameterSet, Optional.of(schema), Condition.ALWAYS, accepted);
    }

    private ChangesQuery filtered(List<Parameter> parameters, List<String> parameterNames, Format accepted) {
        Optional<ResourceSchema> schema = schema(parameters);
        ParameterSet parameterSet = ParameterSet.ofRead(parameters, parameterNames, name -> isList(name, schema));
        String resource = parameterSet.options().get("resource");
        Condition condition = Condition.ALWAYS;
        if (schema.isPresent()) {
            condition = new RecordFilterParser(registry, references, schema.get()).read(parameterSet);
        } else if (resource == null) {
            parameterSet.others().keySet().forEach(name -> parameterSet.reject(unknownFilter(name, parameterSet)));
        } else {
            List<String> resources =
                    registry.schemas().stream().map(ResourceSchema::resource).toList();
            parameterSet.reject(
                    resource.isEmpty()
                            ? Violation.of("resource", "empty-value")
                            : Violation.unknown("resource", "unknown-value", resource, resources));
        }
        return query(parameterSet, schema, condition, accepted);
    }

    /** Returns the schema whose filters apply, which is needed before the other parameters are read. */
    private Optional<ResourceSchema> schema(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals("resource"))
                .findFirst()
                .flatMap(parameter -> registry.find(parameter.value()));
    }

    private boolean isList(String name, Optional<ResourceSchema> schema) {
        return LISTS.contains(name) || schema.stream().anyMatch(of -> registry.takesSeveral(of, name));
    }

    private static ChangesQuery query(
            ParameterSet parameterSet, Optional<ResourceSchema> schema, Condition condition, Format accepted) {
        ChangeFilter filter =
                new ChangeFilter(schema, condition, parameterSet.list("by"), ops(parameterSet, condition));
        List<String> members = parameterSet.choices("fields", "unknown-field", ChangesQuery.MEMBERS);
        Language language = parameterSet.language().orElse(null);
        Optional<PointInTime> since = parameterSet.pointInTime("since");
        int limit = parameterSet.integer(
                "limit", ChangesQuery.MIN_LIMIT, ChangesQuery.MAX_LIMIT, ChangesQuery.DEFAULT_LIMIT);
        Format format = parameterSet.format(ChangesQuery.FORMATS, accepted);
        parameterSet.rejectIfInvalid();
        return new ChangesQuery(filter, members.isEmpty() ? null : members, language, since, limit, format);
    }

    /** Returns the requested operations; {@code entered} and {@code left} exist only with a filter. */
    private static List<String> ops(ParameterSet parameterSet, Condition condition) {
        List<String> allowed = new ArrayList<>(ChangesQuery.OPS);
        if (!condition.equals(Condition.ALWAYS)) {
            allowed.addAll(ChangesQuery.FILTERED_OPS);
        }
        return parameterSet.choices("op", "unknown-value", allowed);
    }

    /** Returns the violation for a filter without {@code resource}, or for a name that is a filter of no resource. */
    private Violation unknownFilter(String name, ParameterSet parameterSet) {
        boolean filter = registry.schemas().stream()
                .anyMatch(schema -> registry.paths(schema).containsKey(Operator.field(name)));
        return filter
                ? Violation.of(name, "filter-without-resource")
                : Violation.of(name, "unknown-parameter")
                        .suggesting(DidYouMean.nearest(name, parameterSet.suggestions())
                                .orElse(null));
    }
}
