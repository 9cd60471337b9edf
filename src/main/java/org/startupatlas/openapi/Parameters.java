package org.startupatlas.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.startupatlas.query.AggregationSchema;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.CommonFields;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Dimension;
import org.startupatlas.query.Expansion;
import org.startupatlas.query.Field;
import org.startupatlas.query.Filter;
import org.startupatlas.query.Format;
import org.startupatlas.query.Language;
import org.startupatlas.query.Metric;
import org.startupatlas.query.Operator;
import org.startupatlas.query.QueryLimits;
import org.startupatlas.query.Register;
import org.startupatlas.query.StatsQuery;

/** The parameters, as shared components: one for each field and fitting operator of each resource. */
final class Parameters {

    private static final int LONGEST_CURSOR = 8_192;
    private static final int LONGEST_FILTER = 16_384;

    private final Register register;
    private final Components components;

    Parameters(Register register, Components components) {
        this.register = register;
        this.components = components;
    }

    /** Adds all parameters. */
    void add() {
        add("id", path("id", "The record's id or slug.", "weego"));
        add("q", words("Only records that have these words, the best first unless sort says otherwise."));
        add(
                "limit",
                query("limit", "How many records at most; 25 when absent, 200 for CSV and NDJSON.", 50)
                        .schema(ValueSchemas.integer(QueryLimits.MIN_LIMIT, QueryLimits.MAX_LIMIT)));
        add(
                "cursor",
                query("cursor", "Where to go on: next_cursor of the page before.", null)
                        .schema(ValueSchemas.string(LONGEST_CURSOR)));
        add(
                "total",
                query("total", "Whether to count all records that satisfy the filters.", true)
                        .schema(ValueSchemas.bool()));
        add(
                "lang",
                query(
                                "lang",
                                "One language for all texts, with the labels of codes under labels; where a text is not"
                                        + " written in it, the next of en, fr, ar.",
                                "fr")
                        .schema(ValueSchemas.oneOf(Language.CODES)));
        add(
                "If-None-Match",
                OASFactory.createParameter()
                        .name("If-None-Match")
                        .in(Parameter.In.HEADER)
                        .description("ETags of what the client has; 304 if one of them is current.")
                        .schema(ValueSchemas.string(4_096)));
        add(
                "Accept-Language",
                OASFactory.createParameter()
                        .name("Accept-Language")
                        .in(Parameter.In.HEADER)
                        .description("The language of problems, where lang does not say it.")
                        .schema(ValueSchemas.string(4_096)));
        addOfTheLog();
        addOfWriting();
        addOfStats();
        register.declarations().forEach(this::add);
    }

    private void addOfWriting() {
        add(
                "dry_run",
                query("dry_run", "Whether only to tell what would be written: data lists the changes.", true)
                        .schema(ValueSchemas.bool()));
        add(
                "If-Match",
                OASFactory.createParameter()
                        .name("If-Match")
                        .in(Parameter.In.HEADER)
                        .required(true)
                        .description("The ETag of the record that was read; of it, the version counts.")
                        .example("\"3-l4d1owRkizmZ\"")
                        .schema(ValueSchemas.string(4_096)));
        add(
                "Idempotency-Key",
                OASFactory.createParameter()
                        .name("Idempotency-Key")
                        .in(Parameter.In.HEADER)
                        .description(
                                "A name for this write: for a day, the same again gets the first answer again. The same"
                                        + " is the same JSON: white space, the order of keys and how a number is written (1,"
                                        + " 1.0, 1e0) do not count.")
                        .example("0f0e1a9c-5d2b-4f43-8c1a-2b9d5a3a7c11")
                        .schema(ValueSchemas.string(255).minLength(1)));
    }

    private void addOfTheLog() {
        add(
                "as_of",
                query("as_of", "The record as it was at this revision or time; not together with expand.", "613")
                        .schema(ValueSchemas.moment()));
        add(
                "min_revision",
                query(
                                "min_revision",
                                "Answer only when this node has this revision; 503 if it has not after two seconds.",
                                613)
                        .schema(ValueSchemas.integer(0, Long.MAX_VALUE / 1024)));
        add(
                "since",
                query("since", "Only changes behind this revision or time; 0 is everything.", "0")
                        .schema(ValueSchemas.moment()));
        add(
                "changes.resource",
                query("resource", "Only changes of this resource's records.", "startups")
                        .schema(ValueSchemas.oneOf(register.declarations().stream()
                                .map(Declaration::resource)
                                .toList())));
        add(
                "changes.filters",
                query(
                                "filters",
                                "With resource: the filters of its lists, as far as they ask of a record's own fields.",
                                null)
                        .style(Parameter.Style.FORM)
                        .explode(true)
                        .schema(RecordSchemas.object("Filters by name.")
                                .additionalPropertiesSchema(ValueSchemas.string(LONGEST_FILTER))));
        add(
                "changes.by",
                query("by", "Only changes that these keys wrote, by their public ids.", List.of("admin"))
                        .schema(words(ValueSchemas.string(64))));
        add(
                "changes.op",
                query(
                                "op",
                                "Only these things that happened to records; entered and left with filters only.",
                                List.of("deleted", "merged"))
                        .schema(words(ValueSchemas.oneOf(
                                Stream.concat(ChangesQuery.OPS.stream(), ChangesQuery.OPS_OF_COPIES.stream())
                                        .toList()))));
        add(
                "history.op",
                query("op", "Only these things that happened to the record.", List.of("updated"))
                        .schema(words(ValueSchemas.oneOf(ChangesQuery.OPS))));
        add(
                "changes.fields",
                query(
                                "fields",
                                "Only these members of changes, and the revision; without record, no records are read.",
                                List.of("op", "resource", "id"))
                        .schema(words(ValueSchemas.oneOf(ChangesQuery.MEMBERS))));
        add(
                "changes.limit",
                query("limit", "How many changes at most; " + ChangesQuery.DEFAULT_LIMIT + " when absent.", 500)
                        .schema(ValueSchemas.integer(ChangesQuery.MIN_LIMIT, ChangesQuery.MAX_LIMIT)));
        add(
                "changes.format",
                query("format", "The format; it beats the header Accept.", "ndjson")
                        .schema(ValueSchemas.oneOf(
                                ChangesQuery.FORMATS.stream().map(Format::code).toList())));
        add(
                "Last-Event-ID",
                OASFactory.createParameter()
                        .name("Last-Event-ID")
                        .in(Parameter.In.HEADER)
                        .description("The id of the last event that the client has seen; it beats since.")
                        .schema(ValueSchemas.integer(0, Long.MAX_VALUE / 1024)));
    }

    private void addOfStats() {
        add(
                "stats.format",
                query("format", "The format; it beats the header Accept.", "csv")
                        .schema(ValueSchemas.oneOf(
                                StatsQuery.FORMATS.stream().map(Format::code).toList())));
        register.declarations().forEach(this::addOfStats);
    }

    private void addOfStats(Declaration declaration) {
        List<String> dimensions = new AggregationSchema(register)
                .dimensions(declaration).stream().map(Dimension::name).toList();
        List<String> metrics = new AggregationSchema(register)
                .metrics(declaration).stream().map(Metric::name).toList();
        add(
                declaration.resource() + ".group_by",
                query(
                                "group_by",
                                "What to count by, at most two; without it, all records are one group. A date is counted"
                                        + " in the period in which it certainly lies, in UTC.",
                                List.of(dimensions.get(0)))
                        .schema(words(ValueSchemas.oneOf(dimensions)).maxItems(StatsQuery.MAX_DIMENSIONS)));
        add(
                declaration.resource() + ".metrics",
                query(
                                "metrics",
                                "What to tell of each group; the count when absent. Sums of money are parted by class and"
                                        + " currency; averages are rounded to six digits.",
                                List.of(metrics.get(0)))
                        .schema(words(ValueSchemas.oneOf(metrics))));
    }

    /** References to the parameters of a list of that resource. */
    List<Parameter> ofList(Declaration declaration) {
        List<String> names = List.of(
                "q",
                "limit",
                "cursor",
                declaration.resource() + ".sort",
                "total",
                declaration.resource() + ".facets",
                declaration.resource() + ".fields",
                declaration.resource() + ".expand",
                "lang",
                declaration.resource() + ".format",
                "min_revision",
                "If-None-Match",
                "Accept-Language");
        List<Parameter> all = new ArrayList<>(references(names));
        all.addAll(filters(declaration));
        return all;
    }

    /** References to the parameters of the statistics of that resource. */
    List<Parameter> ofStats(Declaration declaration) {
        List<String> names = List.of(
                "q",
                declaration.resource() + ".group_by",
                declaration.resource() + ".metrics",
                "lang",
                "stats.format",
                "min_revision",
                "If-None-Match",
                "Accept-Language");
        List<Parameter> all = new ArrayList<>(references(names));
        all.addAll(filters(declaration));
        return all;
    }

    /** References to the filters of that resource. */
    List<Parameter> filters(Declaration declaration) {
        List<String> names = new ArrayList<>();
        for (Filter filter : register.filters(declaration)) {
            filter.operators().forEach(operator -> names.add(component(declaration, filter, operator)));
        }
        return references(names);
    }

    /** References to the parameters of a single record of that resource. */
    List<Parameter> ofRecord(Declaration declaration) {
        return references(List.of(
                "id",
                declaration.resource() + ".fields",
                declaration.resource() + ".expand",
                "lang",
                declaration.resource() + ".record_format",
                "as_of",
                "min_revision",
                "If-None-Match",
                "Accept-Language"));
    }

    List<Parameter> references(List<String> names) {
        return names.stream()
                .filter(name -> components.getParameters().containsKey(name))
                .map(name -> OASFactory.createParameter().ref(Names.parameterReference(name)))
                .toList();
    }

    /** A parameter in the path. */
    static Parameter path(String name, String description, Object example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.PATH)
                .required(true)
                .description(description)
                .example(example)
                .schema(ValueSchemas.string(200));
    }

    private void add(Declaration declaration) {
        String resource = declaration.resource();
        List<String> sortable = register.sortable(declaration).stream()
                .flatMap(name -> List.of(name, "-" + name).stream())
                .toList();
        add(
                resource + ".sort",
                query(
                                "sort",
                                "The order, at most three fields, each descending behind a minus; records without a value"
                                        + " come last, and the id decides at the end.",
                                List.of("-created_at"))
                        .schema(words(ValueSchemas.oneOf(sortable)).maxItems(QueryLimits.MAX_SORT_KEYS)));
        List<String> facetable = register.facetable(declaration);
        if (!facetable.isEmpty()) {
            add(
                    resource + ".facets",
                    query(
                                    "facets",
                                    "Fields whose values to count over all records that satisfy the filters, each"
                                            + " besides its own; not with CSV and NDJSON.",
                                    List.of(facetable.get(0)))
                            .schema(words(ValueSchemas.oneOf(facetable)).maxItems(QueryLimits.MAX_FACETS)));
        }
        add(
                resource + ".fields",
                query("fields", "Only these fields and the id; parts of objects behind a dot.", List.of("name"))
                        .schema(words(ValueSchemas.string(200))));
        List<String> possible = Expansion.possible(declaration);
        if (!possible.isEmpty()) {
            add(
                    resource + ".expand",
                    query(
                                    "expand",
                                    "Records to put under expanded: " + String.join(", ", possible)
                                            + "; one more level behind a dot.",
                                    List.of(possible.get(0)))
                            .schema(words(ValueSchemas.string(200))));
        }
        add(
                resource + ".format",
                query("format", "The format; it beats the header Accept.", "csv")
                        .schema(ValueSchemas.oneOf(Format.of(declaration).stream()
                                .map(Format::code)
                                .toList())));
        add(
                resource + ".record_format",
                query("format", "The format; it beats the header Accept.", "csv")
                        .schema(ValueSchemas.oneOf(Format.ofRecord(declaration).stream()
                                .map(Format::code)
                                .toList())));
        for (Filter filter : register.filters(declaration)) {
            for (Operator operator : filter.operators()) {
                add(component(declaration, filter, operator), filter(filter, operator));
            }
        }
    }

    /** What all resources have is described once. */
    private static String component(Declaration declaration, Filter filter, Operator operator) {
        String owner = CommonFields.include(filter.name()) ? "records" : declaration.resource();
        return owner + "." + operator.parameter(filter.name());
    }

    private static Parameter filter(Filter filter, Operator operator) {
        Field field = filter.field();
        String name = operator.parameter(filter.name());
        boolean several = field.type() != null
                && field.type().listed()
                && (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL || operator == Operator.ALL);
        Parameter parameter =
                query(name, OperatorWords.of(operator, field.type(), several) + " " + field.description(), null);
        if (operator == Operator.EXISTS) {
            return parameter.schema(ValueSchemas.bool());
        }
        Schema value = ValueSchemas.inFilter(field);
        return several
                ? parameter
                        .style(Parameter.Style.FORM)
                        .explode(false)
                        .schema(OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(value)
                                .minItems(1)
                                .maxItems(QueryLimits.MAX_VALUES))
                : parameter.schema(value);
    }

    /** Words to be found. */
    static Parameter words(String description) {
        return query(
                        "q",
                        description + " Of more than " + QueryLimits.MAX_SEARCH_TERMS + ", the first count.",
                        "cloudfret")
                .schema(ValueSchemas.string(QueryLimits.MAX_SEARCH_LENGTH).minLength(1));
    }

    static Schema words(Schema word) {
        return OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .items(word)
                .minItems(1)
                .maxItems(QueryLimits.MAX_VALUES);
    }

    static Parameter query(String name, String description, Object example) {
        Parameter parameter = OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .example(example);
        return example instanceof List ? parameter.style(Parameter.Style.FORM).explode(false) : parameter;
    }

    private void add(String component, Parameter parameter) {
        components.addParameter(component, parameter);
    }
}
