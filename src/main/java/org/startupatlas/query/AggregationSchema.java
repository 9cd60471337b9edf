package org.startupatlas.query;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the records of each resource can be grouped by and which figures of them can be computed. */
@Singleton
public final class AggregationSchema {

    private final Map<String, List<Facet>> facets = new LinkedHashMap<>();
    private final Map<String, List<Dimension>> dimensions = new LinkedHashMap<>();
    private final Map<String, List<Metric>> metrics = new LinkedHashMap<>();

    /** Derives the facets, dimensions and metrics of all resources from their fields. */
    public AggregationSchema(Register register) {
        for (Declaration declaration : register.declarations()) {
            facets.put(declaration.resource(), facets(register, declaration));
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

    private static List<Facet> facets(Register register, Declaration declaration) {
        return register.facetable(declaration).stream()
                .map(name -> new Facet(register.path(declaration, name), Condition.ALWAYS))
                .toList();
    }

    /** Returns every facet of a resource, each over all of its records. */
    public List<Facet> facets(Declaration declaration) {
        return facets.get(declaration.resource());
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
