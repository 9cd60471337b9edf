package org.startupatlas.query.parse;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.startupatlas.query.Cursor;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.OmittedFilter;
import org.startupatlas.query.QueryFingerprint;
import org.startupatlas.query.aggregate.AggregationQuery;
import org.startupatlas.query.aggregate.AggregationSchema;
import org.startupatlas.query.aggregate.Dimension;
import org.startupatlas.query.aggregate.Metric;
import org.startupatlas.query.facet.Facet;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.Conditions;
import org.startupatlas.query.lookup.ReferenceResolver;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/**
 * Parses the parameters of requests for records, exports and statistics according to the schema of the resource.
 * Strict: all violations are reported at once.
 */
@Singleton
public final class ListQueryParser {

    /** Parameters of lists that are not filters. */
    public static final List<String> LIST_PARAMETERS =
            List.of("q", "sort", "limit", "cursor", "total", "facets", "fields", "expand", "lang", "format");

    /** Parameters of single records. */
    public static final List<String> RECORD_PARAMETERS = List.of("fields", "expand", "lang", "format", "as_of");

    /** Parameters of single versions of records. */
    public static final List<String> VERSION_PARAMETERS = List.of("fields", "lang", "format");

    /** Parameters of statistics that are not filters. */
    public static final List<String> STATS_PARAMETERS = List.of("q", "group_by", "metrics", "lang", "format");

    /** Parameters of exports that are not filters. */
    public static final List<String> EXPORT_PARAMETERS =
            List.of("fields", "lang", "format", "as_of", "bom", "manifest");

    /** Parameters of the export of all resources. */
    public static final List<String> FULL_EXPORT_PARAMETERS = List.of("as_of", "manifest");

    /** Parameters of single elements of a record's list. */
    public static final List<String> ELEMENT_PARAMETERS = List.of("lang");

    /** Of these, the parameters that take several values. */
    private static final Set<String> LISTS = Set.of("sort", "facets", "fields", "expand", "group_by", "metrics");

    private static final String AS_OF = "as_of";

    private final SchemaRegistry registry;
    private final AggregationSchema aggregations;
    private final ReferenceResolver references;

    public ListQueryParser(SchemaRegistry registry, AggregationSchema aggregations, ReferenceResolver references) {
        this.registry = registry;
        this.aggregations = aggregations;
        this.references = references;
    }

    /**
     * Parses a request for a list.
     *
     * @param scope the condition of the list beside its parameters
     * @param accepted the format that the request's headers ask for; {@code format} takes precedence
     * @throws RejectedException if there is a violation
     */
    public ListQuery list(ResourceSchema schema, Scope scope, List<Parameter> parameters, Format accepted) {
        ParameterSet parameterSet = read(schema, parameters, LIST_PARAMETERS);
        Options options = new OptionParser(registry, schema, parameterSet).read(Format.of(schema), accepted);
        List<Conditions.FieldFilter> filters = filters(schema, parameterSet);
        String fingerprint =
                QueryFingerprint.of(schema, scope.name(), parameterSet.others(), options.searchText(), options.sort());
        Cursor cursor = options.cursor() == null ? null : cursor(schema, parameterSet, options, fingerprint);
        parameterSet.rejectIfInvalid();
        List<Facet> facets = options.facets().stream()
                .map(path -> new Facet(path, condition(scope, Conditions.exceptOn(filters, path))))
                .toList();
        return new ListQuery(
                schema,
                condition(scope, filters),
                options.searchText(),
                options.sort(),
                options.limit(),
                cursor,
                options.fields(),
                options.expansion(),
                options.language(),
                options.format(),
                options.total(),
                facets,
                OmittedFilter.of(filters, others -> condition(scope, others)),
                fingerprint,
                null);
    }

    /**
     * Parses a request for statistics.
     *
     * @param accepted the format that the request's headers ask for; {@code format} takes precedence
     * @throws RejectedException if there is a violation
     */
    public AggregationQuery stats(ResourceSchema schema, List<Parameter> parameters, Format accepted) {
        ParameterSet parameterSet = read(schema, parameters, STATS_PARAMETERS);
        AggregationOptionParser stats = new AggregationOptionParser(registry, aggregations, schema, parameterSet);
        Format format = parameterSet.format(AggregationQuery.FORMATS, accepted);
        Language language = parameterSet.language().orElse(null);
        String searchText = parameterSet.searchText("q");
        List<Dimension> groupBy = stats.groupBy();
        List<Metric> metrics = stats.metrics();
        List<Conditions.FieldFilter> filters = filters(schema, parameterSet);
        parameterSet.rejectIfInvalid();
        return new AggregationQuery(
                schema, condition(Scope.ALL, filters), searchText, groupBy, metrics, language, format);
    }

    /**
     * Parses a request for an export. With {@code as_of}, only filters on a record's own fields are supported.
     *
     * @param accepted the format that the request's headers ask for; {@code format} takes precedence
     * @throws RejectedException if there is a violation
     */
    public ExportQuery export(ResourceSchema schema, List<Parameter> parameters, Format accepted) {
        ParameterSet parameterSet = read(schema, parameters, EXPORT_PARAMETERS);
        Format format = parameterSet.format(ExportQuery.FORMATS, accepted);
        List<String> fields = new OptionParser(registry, schema, parameterSet).fields();
        Language language = parameterSet.language().orElse(null);
        boolean byteOrderMark = parameterSet.flag("bom");
        boolean manifest = parameterSet.flag("manifest");
        if (parameterSet.options().containsKey("bom") && format != Format.CSV) {
            parameterSet.reject(Violation.of("bom", "not-together", "format=" + format.code()));
        }
        PointInTime asOf = parameterSet.pointInTime(AS_OF).orElse(null);
        Condition condition = asOf == null
                ? condition(Scope.ALL, filters(schema, parameterSet))
                : new RecordFilterParser(registry, references, schema).read(parameterSet);
        parameterSet.rejectIfInvalid();
        return new ExportQuery(schema, condition, fields, language, format, byteOrderMark, manifest, asOf);
    }

    /**
     * A parsed request for the export of all resources.
     *
     * @param asOf the point in time as of which the records are returned, or null for now
     * @param manifest whether to return the description of the export instead of the export
     */
    public record FullExportQuery(PointInTime asOf, boolean manifest) {}

    /**
     * Parses a request for the export of all resources.
     *
     * @throws RejectedException if there is a violation
     */
    public FullExportQuery fullExport(List<Parameter> parameters) {
        ParameterSet parameterSet = ParameterSet.ofRead(parameters, FULL_EXPORT_PARAMETERS);
        boolean manifest = parameterSet.flag("manifest");
        PointInTime asOf = parameterSet.pointInTime(AS_OF).orElse(null);
        parameterSet.rejectUnknown();
        parameterSet.rejectIfInvalid();
        return new FullExportQuery(asOf, manifest);
    }

    /**
     * Parses filters alone, into the condition that a record of a list with these parameters satisfies.
     *
     * @throws RejectedException if there is a violation, or a parameter that is not a filter
     */
    public Condition condition(ResourceSchema schema, List<Parameter> parameters) {
        ParameterSet parameterSet =
                ParameterSet.of(parameters, LIST_PARAMETERS, name -> registry.takesSeveral(schema, name));
        parameterSet.options().keySet().forEach(name -> parameterSet.reject(Violation.of(name, "unknown-parameter")));
        List<Conditions.FieldFilter> filters = filters(schema, parameterSet);
        parameterSet.rejectIfInvalid();
        return condition(Scope.ALL, filters);
    }

    /**
     * Parses the filters among the parameters of a request that evaluates them in memory, so that they may only be on a
     * record's own fields. Adds violations to the parameters.
     */
    public Condition ownCondition(ResourceSchema schema, ParameterSet parameterSet) {
        return new RecordFilterParser(registry, references, schema).read(parameterSet);
    }

    /**
     * Parses a request for a single record.
     *
     * @throws RejectedException if there is a violation
     */
    public ListQuery record(ResourceSchema schema, List<Parameter> parameters, Format accepted) {
        return single(schema, parameters, RECORD_PARAMETERS, accepted);
    }

    /**
     * Parses a request for a single version of a record.
     *
     * @throws RejectedException if there is a violation
     */
    public ListQuery version(ResourceSchema schema, List<Parameter> parameters, Format accepted) {
        return single(schema, parameters, VERSION_PARAMETERS, accepted);
    }

    /**
     * Parses a request for a single element of a record's list.
     *
     * @throws RejectedException if there is a violation
     */
    public ListQuery element(ResourceSchema schema, List<Parameter> parameters) {
        return single(schema, parameters, ELEMENT_PARAMETERS, Format.JSON);
    }

    private ListQuery single(
            ResourceSchema schema, List<Parameter> parameters, List<String> parameterNames, Format accepted) {
        ParameterSet parameterSet = read(schema, parameters, parameterNames);
        // A past version has no JSON-LD: it does not describe an organisation that exists as such.
        List<Format> offered = parameterNames.equals(RECORD_PARAMETERS) ? Format.ofRecord(schema) : Format.of(schema);
        Options options = new OptionParser(registry, schema, parameterSet).read(offered, accepted);
        for (String name : List.of("fields", "expand")) {
            if (options.format() == Format.JSONLD && parameterSet.options().containsKey(name)) {
                parameterSet.reject(Violation.of(name, "not-together", "format=" + Format.JSONLD.code()));
            }
        }
        PointInTime asOf = parameterSet.pointInTime(AS_OF).orElse(null);
        if (asOf != null && parameterSet.options().containsKey("expand")) {
            parameterSet.reject(Violation.of("expand", "not-together", AS_OF));
        }
        parameterSet.rejectUnknown();
        parameterSet.rejectIfInvalid();
        return new ListQuery(
                schema,
                Condition.ALWAYS,
                null,
                List.of(),
                1,
                null,
                options.fields(),
                options.expansion(),
                options.language(),
                options.format(),
                false,
                List.of(),
                List.of(),
                "",
                asOf);
    }

    private ParameterSet read(ResourceSchema schema, List<Parameter> parameters, List<String> parameterNames) {
        return ParameterSet.ofRead(
                parameters, parameterNames, name -> LISTS.contains(name) || registry.takesSeveral(schema, name));
    }

    private static Condition condition(Scope scope, List<Conditions.FieldFilter> filters) {
        return filters.isEmpty() ? scope.condition() : scope.condition().and(Conditions.of(filters));
    }

    /**
     * The condition of a list that does not come from its parameters.
     *
     * @param name identifies the scope; empty for the whole resource
     * @param condition the condition that each record satisfies
     * @param filters the parameters with which the change feed selects the same records, or null if it cannot
     */
    public record Scope(String name, Condition condition, List<Parameter> filters) {

        /** The scope of a whole resource. */
        public static final Scope ALL = new Scope("", Condition.ALWAYS, List.of());

        public Scope {
            filters = filters == null ? null : List.copyOf(filters);
        }
    }

    private List<Conditions.FieldFilter> filters(ResourceSchema schema, ParameterSet parameterSet) {
        FilterParser parser =
                new FilterParser(registry, references, schema, parameterSet.suggestions(), parameterSet.violations());
        return parameterSet.others().entrySet().stream()
                .flatMap(entry -> parser.read(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private static Cursor cursor(
            ResourceSchema schema, ParameterSet parameterSet, Options options, String fingerprint) {
        Cursor cursor = Cursor.parse(options.cursor(), schema.hasCodeIds()).orElse(null);
        boolean byRelevance = options.searchText() != null && options.sort().isEmpty();
        if (cursor == null) {
            parameterSet.reject(Violation.of("cursor", "invalid-cursor"));
        } else if (!(byRelevance ? cursor.isRankOf(fingerprint) : cursor.isOf(fingerprint, options.sort()))) {
            parameterSet.reject(Violation.of("cursor", "cursor-of-another-query"));
        }
        return cursor;
    }
}
