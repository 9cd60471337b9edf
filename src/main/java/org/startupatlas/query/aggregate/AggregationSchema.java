package org.startupatlas.query.aggregate;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** The dimensions and metrics of each resource. */
@Singleton
public final class AggregationSchema {

    private final Map<String, List<Dimension>> dimensions = new LinkedHashMap<>();
    private final Map<String, List<Metric>> metrics = new LinkedHashMap<>();

    /** Derives the dimensions and metrics of all resources from their schemas. */
    public AggregationSchema(SchemaRegistry registry) {
        for (ResourceSchema schema : registry.schemas()) {
            dimensions.put(
                    schema.resource(),
                    registry.paths(schema).values().stream()
                            .flatMap(path -> Dimension.of(path).stream())
                            .toList());
            metrics.put(
                    schema.resource(),
                    Metric.of(Measure.of(schema, registry.ownPaths(schema).values(), registry)));
        }
    }

    /** Returns the valid values of {@code group_by}. */
    public List<Dimension> dimensions(ResourceSchema schema) {
        return dimensions.get(schema.resource());
    }

    /** Returns the valid values of {@code metrics}. */
    public List<Metric> metrics(ResourceSchema schema) {
        return metrics.get(schema.resource());
    }
}
