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
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/**
 * Reads a request's parameters by the declaration of what is asked: strict, and telling all that is wrong at once.
 */
@Singleton
public final class ListQueryParser {

    /** Parameters of lists that are no filters. */
    public static final List<String> LIST_PARAMETERS =
            List.of("q", "sort", "limit", "cursor", "total", "facets", "fields", "expand", "lang", "format");

    /** Parameters of single records. */
    public static final List<String> RECORD_PARAMETERS = List.of("fields", "expand", "lang", "format", "as_of");

    /** Parameters of single versions of records. */
    public static final List<String> VERSION_PARAMETERS = List.of("fields", "lang", "format");

    /** Parameters of statistics that are no filters. */
    public static final List<String> STATS_PARAMETERS = List.of("q", "group_by", "metrics", "lang", "format");

    /** Parameters of exports that are no filters. */
    public static final List<String> EXPORT_PARAMETERS =
            List.of("fields", "lang", "format", "as_of", "bom", "manifest");

    /** Parameters of the export of everything. */
    public static final List<String> EVERYTHING_PARAMETERS = List.of("as_of", "manifest");

    /** Parameters of single elements of a record's list. */
    public static final List<String> ELEMENT_PARAMETERS = List.of("lang");

    /** Of these, the ones that take several values. */
    private static final Set<String> LISTS = Set.of("sort", "facets", "fields", "expand", "group_by", "metrics");

    private static final String AS_OF = "as_of";

    private final SchemaRegistry register;
    private final AggregationSchema aggregations;
    private final ReferenceResolver lookup;

    /** The grammar of the registered resources. */
    public ListQueryParser(SchemaRegistry register, AggregationSchema aggregations, ReferenceResolver lookup) {
        this.register = register;
        this.aggregations = aggregations;
        this.lookup = lookup;
    }

    /**
     * Reads a request for a list.
     *
     * @param scope what every record of the list satisfies whatever the parameters say, and its name
     * @param accepted the format asked for by the request's headers; {@code format=} beats it
     * @throws InvalidQuery if anything is wrong
     */
    public ListQuery list(ResourceSchema declaration, Scope scope, List<Parameter> parameters, Format accepted) {
        ParameterSet said = read(declaration, parameters, LIST_PARAMETERS);
        Options options = new OptionParser(register, declaration, said).read(Format.of(declaration), accepted);
        List<Conditions.Asked> asked = filters(declaration, said);
        String fingerprint =
                QueryFingerprint.of(declaration, scope.name(), said.others(), options.words(), options.sort());
        Cursor cursor = options.cursor() == null ? null : cursor(declaration, said, options, fingerprint);
        said.rejectIfInvalid();
        List<Facet> facets = options.facets().stream()
                .map(path -> new Facet(path, condition(scope, Conditions.besides(asked, path))))
                .toList();
        return new ListQuery(
                declaration,
                condition(scope, asked),
                options.words(),
                options.sort(),
                options.limit(),
                cursor,
                options.fields(),
                options.expansion(),
                options.language(),
                options.format(),
                options.total(),
                facets,
                OmittedFilter.of(asked, others -> condition(scope, others)),
                fingerprint,
                null);
    }

    /**
     * Reads a request for statistics.
     *
     * @param accepted the format asked for by the request's headers; {@code format=} beats it
     * @throws InvalidQuery if anything is wrong
     */
    public AggregationQuery stats(ResourceSchema declaration, List<Parameter> parameters, Format accepted) {
        ParameterSet said = read(declaration, parameters, STATS_PARAMETERS);
        OptionParser options = new OptionParser(register, declaration, said);
        AggregationOptionParser stats = new AggregationOptionParser(register, aggregations, declaration, said);
        Format format = said.format(AggregationQuery.FORMATS, accepted);
        Language language = said.language().orElse(null);
        String words = said.words("q");
        List<Dimension> groupBy = stats.groupBy(said.list("group_by"));
        List<Metric> metrics = stats.metrics(said.list("metrics"));
        List<Conditions.Asked> asked = filters(declaration, said);
        said.rejectIfInvalid();
        return new AggregationQuery(
                declaration, condition(Scope.ALL, asked), words, groupBy, metrics, language, format);
    }

    /**
     * Reads a request for an export. With {@code as_of} its filters are those that a record alone can answer.
     *
     * @param accepted the format asked for by the request's headers; {@code format=} beats it
     * @throws InvalidQuery if anything is wrong
     */
    public ExportQuery export(ResourceSchema declaration, List<Parameter> parameters, Format accepted) {
        ParameterSet said = read(declaration, parameters, EXPORT_PARAMETERS);
        OptionParser options = new OptionParser(register, declaration, said);
        Format format = said.format(ExportQuery.FORMATS, accepted);
        List<String> fields = options.fields(said.options().get("fields"));
        Language language = said.language().orElse(null);
        boolean byteOrderMark = said.flag("bom");
        boolean manifest = said.flag("manifest");
        if (said.options().containsKey("bom") && format != Format.CSV) {
            said.reject(Violation.of("bom", "not-together", "format=" + format.code()));
        }
        PointInTime asOf = said.moment(AS_OF).orElse(null);
        Condition condition = asOf == null
                ? condition(Scope.ALL, filters(declaration, said))
                : new RecordFilterParser(register, lookup, declaration).read(said);
        said.rejectIfInvalid();
        return new ExportQuery(declaration, condition, fields, language, format, byteOrderMark, manifest, asOf);
    }

    /**
     * A request for the export of everything.
     *
     * @param asOf the moment as of which the records are shown, or null for now
     * @param manifest whether to tell what the export is, instead of sending it
     */
    public record Everything(PointInTime asOf, boolean manifest) {}

    /**
     * Reads a request for the export of everything.
     *
     * @throws InvalidQuery if anything is wrong
     */
    public Everything everything(List<Parameter> parameters) {
        ParameterSet said = ParameterSet.ofRead(parameters, EVERYTHING_PARAMETERS);
        boolean manifest = said.flag("manifest");
        PointInTime asOf = said.moment(AS_OF).orElse(null);
        said.rejectUnknown();
        said.rejectIfInvalid();
        return new Everything(asOf, manifest);
    }

    /**
     * Reads filters alone: what the records of a list with these parameters satisfy.
     *
     * @throws InvalidQuery if anything is wrong, or is no filter
     */
    public Condition condition(ResourceSchema declaration, List<Parameter> parameters) {
        ParameterSet said =
                ParameterSet.of(parameters, LIST_PARAMETERS, name -> register.takesSeveral(declaration, name));
        said.options().keySet().forEach(name -> said.reject(Violation.of(name, "unknown-parameter")));
        List<Conditions.Asked> asked = filters(declaration, said);
        said.rejectIfInvalid();
        return condition(Scope.ALL, asked);
    }

    /**
     * Reads a request for a single record.
     *
     * @throws InvalidQuery if anything is wrong
     */
    public ListQuery record(ResourceSchema declaration, List<Parameter> parameters, Format accepted) {
        return single(declaration, parameters, RECORD_PARAMETERS, accepted);
    }

    /**
     * Reads a request for a single version of a record.
     *
     * @throws InvalidQuery if anything is wrong
     */
    public ListQuery version(ResourceSchema declaration, List<Parameter> parameters, Format accepted) {
        return single(declaration, parameters, VERSION_PARAMETERS, accepted);
    }

    /**
     * Reads a request for a single element of a record's list.
     *
     * @throws InvalidQuery if anything is wrong
     */
    public ListQuery element(ResourceSchema declaration, List<Parameter> parameters) {
        return single(declaration, parameters, ELEMENT_PARAMETERS, Format.JSON);
    }

    private ListQuery single(
            ResourceSchema declaration, List<Parameter> parameters, List<String> known, Format accepted) {
        ParameterSet said = read(declaration, parameters, known);
        // What was, as a version of its own, is no organisation that there is.
        List<Format> offered = known.equals(RECORD_PARAMETERS) ? Format.ofRecord(declaration) : Format.of(declaration);
        Options options = new OptionParser(register, declaration, said).read(offered, accepted);
        for (String whole : List.of("fields", "expand")) {
            if (options.format() == Format.JSONLD && said.options().containsKey(whole)) {
                said.reject(Violation.of(whole, "not-together", "format=" + Format.JSONLD.code()));
            }
        }
        PointInTime asOf = said.moment(AS_OF).orElse(null);
        if (asOf != null && said.options().containsKey("expand")) {
            said.reject(Violation.of("expand", "not-together", AS_OF));
        }
        said.rejectUnknown();
        said.rejectIfInvalid();
        return new ListQuery(
                declaration,
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

    private ParameterSet read(ResourceSchema declaration, List<Parameter> parameters, List<String> known) {
        return ParameterSet.ofRead(
                parameters, known, name -> LISTS.contains(name) || register.takesSeveral(declaration, name));
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

    private List<Conditions.Asked> filters(ResourceSchema declaration, ParameterSet said) {
        FilterParser reader = new FilterParser(register, lookup, declaration, said.suggestions(), said.violations());
        return said.others().entrySet().stream()
                .flatMap(entry -> reader.read(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private static Cursor cursor(ResourceSchema declaration, ParameterSet said, Options options, String fingerprint) {
        Cursor cursor =
                Cursor.read(options.cursor(), declaration.hasWordsAsIds()).orElse(null);
        boolean ranked = options.words() != null && options.sort().isEmpty();
        if (cursor == null) {
            said.reject(Violation.of("cursor", "invalid-cursor"));
        } else if (!(ranked ? cursor.isRankOf(fingerprint) : cursor.isOf(fingerprint, options.sort()))) {
            said.reject(Violation.of("cursor", "cursor-of-another-query"));
        }
        return cursor;
    }
}
