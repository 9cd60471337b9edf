package org.startupatlas.openapi.schema;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.startupatlas.query.aggregate.AggregationQuery;
import org.startupatlas.query.aggregate.AggregationSchema;
import org.startupatlas.query.aggregate.CalendarInterval;
import org.startupatlas.query.aggregate.Dimension;
import org.startupatlas.query.aggregate.Metric;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** The schemas of statistics: a row has the requested columns among those of its resource. */
public final class StatsSchemas {

    /** The schema of the columns that the statistics of every resource have. */
    private static final String ROW = "StatsRow";

    private static final int MAX_INTERVAL_LENGTH = 7;

    private final SchemaRegistry registry;
    private final AggregationSchema aggregations;
    private final Components components;

    public StatsSchemas(SchemaRegistry registry, Components components) {
        this.registry = registry;
        this.aggregations = new AggregationSchema(registry);
        this.components = components;
    }

    /** Returns the name of the schema of a resource's statistics. */
    public static String name(ResourceSchema resourceSchema) {
        return ComponentNames.schema(resourceSchema) + "Stats";
    }

    public void addShared() {
        components.addSchema(
                "Figure",
                RecordSchemas.nullable(ValueSchemas.number(), false)
                        .description("Of the records whose number is known; null where none is."));
        for (CalendarInterval interval : CalendarInterval.values()) {
            components.addSchema(
                    name(interval),
                    RecordSchemas.nullable(
                                    ValueSchemas.string(MAX_INTERVAL_LENGTH).pattern(pattern(interval)), false)
                            .description("Null where a date is unknown or less exact."));
        }
        components.addSchema(
                "StatsMeta",
                RecordSchemas.object("What the statistics are of.")
                        .addProperty("revision", ValueSchemas.count().description("The revision of all the figures."))
                        .addProperty("license", ValueSchemas.string(64).description("SPDX identifier."))
                        .addProperty("lang", ValueSchemas.oneOf(Language.CODES))
                        .addProperty(
                                "total",
                                ValueSchemas.count()
                                        .description("How many records satisfy the filters; one with several values is"
                                                + " counted in several rows."))
                        .required(List.of("revision", "license", "total")));
        components.addSchema(ROW, sharedRow());
    }

    /** Returns the schema of the columns that all resources have; those of each one are added to it. */
    private Schema sharedRow() {
        Schema row = RecordSchemas.object("A group of records: the requested columns, and those that separate its"
                + " sums. A column that is not a figure has the value of that field, or the period in which it lies;"
                + " null is unknown.");
        ResourceSchema any = registry.schemas().get(0);
        aggregations.dimensions(any).stream()
                .filter(StatsSchemas::isShared)
                .forEach(dimension -> row.addProperty(dimension.name(), value(dimension)));
        return row.addProperty(
                        Metric.COUNT.name(), ValueSchemas.count().description("How many records are in the group."))
                .addProperty("labels", RecordSchemas.reference("Labels"));
    }

    private static boolean isShared(Dimension dimension) {
        return CommonFields.contains(dimension.path().name());
    }

    public void add(ResourceSchema resourceSchema) {
        Schema row = RecordSchemas.object(
                        "A group of " + resourceSchema.resource().replace('_', ' ') + ".")
                .addAllOf(RecordSchemas.reference(ROW));
        aggregations.dimensions(resourceSchema).stream()
                .filter(dimension -> !isShared(dimension))
                .forEach(dimension -> row.addProperty(dimension.name(), value(dimension)));
        aggregations.metrics(resourceSchema).stream()
                .filter(metric -> !metric.isCount())
                .forEach(metric -> row.addProperty(metric.name(), RecordSchemas.reference("Figure")));
        components.addSchema(ComponentNames.schema(resourceSchema) + "StatsRow", row);
        components.addSchema(
                name(resourceSchema),
                RecordSchemas.object(
                                "Statistics of " + resourceSchema.resource().replace('_', ' ') + ".")
                        .addProperty(
                                "data",
                                RecordSchemas.list(RecordSchemas.reference(
                                                ComponentNames.schema(resourceSchema) + "StatsRow"))
                                        .maxItems(AggregationQuery.MAX_ROWS))
                        .addProperty("meta", RecordSchemas.reference("StatsMeta"))
                        .required(List.of("data", "meta")));
    }

    /** Returns the schema of a field's value or of its calendar interval; the schema of the row describes null. */
    private static Schema value(Dimension dimension) {
        return dimension.interval() == null
                ? RecordSchemas.nullable(ValueSchemas.inRecord(dimension.field()), false)
                : RecordSchemas.reference(name(dimension.interval()));
    }

    private static String name(CalendarInterval interval) {
        return ComponentNames.pascal(interval.name().toLowerCase(Locale.ROOT));
    }

    private static String pattern(CalendarInterval interval) {
        return switch (interval) {
            case YEAR -> "^[0-9]{4}$";
            case QUARTER -> "^[0-9]{4}-Q[1-4]$";
            case MONTH -> "^[0-9]{4}-[0-9]{2}$";
        };
    }

    /** Returns an example with the first dimension of the resource and its last metric. */
    public Map<String, Object> example(ResourceSchema resourceSchema) {
        Map<String, Object> row = new LinkedHashMap<>();
        Dimension first = aggregations.dimensions(resourceSchema).get(0);
        row.put(first.name(), first.interval() == null ? first.field().example() : example(first.interval()));
        List<Metric> metrics = aggregations.metrics(resourceSchema);
        Metric last = metrics.get(metrics.size() - 1);
        last.groupings()
                .forEach(
                        dimension -> row.put(dimension.name(), dimension.field().example()));
        row.put(Metric.COUNT.name(), 12);
        if (!last.isCount()) {
            row.put(last.name(), BigDecimal.valueOf(35));
        }
        return Examples.of(
                "data", List.of(row), "meta", Examples.of("revision", 613, "license", "CC-BY-4.0", "total", 12));
    }

    private static String example(CalendarInterval interval) {
        return switch (interval) {
            case YEAR -> "2025";
            case QUARTER -> "2025-Q3";
            case MONTH -> "2025-07";
        };
    }
}
