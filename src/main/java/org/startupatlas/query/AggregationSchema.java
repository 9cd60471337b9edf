package org.startupatlas.query;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the records of each resource can be grouped by and which figures of them can be computed. */
@Singleton
public final class AggregationSchema {

    private final Map<String, List<Dimension>> dimensions = new LinkedHashMap<>();
    private final Map<String, List<Metric>> metrics = new LinkedHashMap<>();

    /** Derives the dimensions and metrics of all resources from their fields. */
    public AggregationSchema(Register register) {
        for (Declaration declaration : register.declarations()) {
            dimensions.put(
                    declaration.resource(),
                    register.paths(declaration).values().stream()
                            .flatMap(path -> Dimension.of(path).stream())
                            .toList());
            metrics.put(
                    declaration.resource(),
                    Metric.of(Measure.of(
                            declaration, register.ownPaths(declaration).values(), register)));
        }
    }

    /** Returns the values of {@code group_by}. */
    public List<Dimension> dimensions(Declaration declaration) {
        return dimensions.get(declaration.resource());
    }

    /** Returns the values of {@code metrics}. */
    public List<Metric> metrics(Declaration declaration) {
        return metrics.get(declaration.resource());
    }
}
