package org.startupatlas.query.facet;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.lookup.RecordDeltas;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.schema.ListSizes;
import org.startupatlas.schema.NamedList;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.Jdbc;

/** Counts records. Counts of all records of a resource come from a cache. */
@Singleton
public final class RecordCounter {

    private final DataSource database;
    private final CountCache cache;

    /**
     * Creates a counter.
     *
     * @param deltas the changes by which cached counts are advanced to a revision
     */
    public RecordCounter(DataSource database, RecordDeltas deltas) {
        this.database = database;
        this.cache = new CountCache(deltas);
    }

    /** The records of a resource that satisfy a condition. */
    public record Selection(ResourceSchema schema, Condition condition) {}

    /** Returns the facets of several resources, all at one revision. */
    public ResourceCounts allFacets(Map<ResourceSchema, List<Facet>> facets) {
        return Jdbc.readSnapshot(database, connection -> {
            long revision = RecordLookup.revision(connection);
            Map<ResourceSchema, List<FacetSummary>> counts = new HashMap<>();
            for (Map.Entry<ResourceSchema, List<Facet>> entry : facets.entrySet()) {
                Map<CountAggregation, Map<Object, Long>> counted = counts(
                        connection, revision, entry.getKey(), CountAggregation.all(entry.getKey(), entry.getValue()));
                counts.put(entry.getKey(), FacetSummary.all(entry.getKey(), entry.getValue(), counted));
            }
            return new ResourceCounts(revision, counts);
        });
    }

    /** Returns the number of records of each selection, all at one revision. */
    public ListSizes sizes(Map<NamedList, Selection> lists) {
        return Jdbc.readSnapshot(database, connection -> {
            long revision = RecordLookup.revision(connection);
            Map<NamedList, Long> sizes = new HashMap<>();
            for (Map.Entry<NamedList, Selection> entry : lists.entrySet()) {
                sizes.put(entry.getKey(), count(connection, revision, entry.getValue()));
            }
            return new ListSizes(revision, sizes);
        });
    }

    /**
     * Returns the number of records of a selection.
     *
     * @param revision the revision that the connection sees
     */
    public long count(Connection connection, long revision, Selection selection) throws SQLException {
        CountAggregation aggregation = CountAggregation.records(selection.schema());
        return CountAggregation.recordCount(
                counts(connection, revision, selection.schema(), Map.of(aggregation, selection.condition())),
                aggregation);
    }

    /**
     * Counts records of one resource.
     *
     * @param connection a connection whose statements see one snapshot
     * @param requested the aggregations, each with the condition for the counted records
     */
    public Map<CountAggregation, Map<Object, Long>> counts(
            Connection connection, long revision, ResourceSchema schema, Map<CountAggregation, Condition> requested)
            throws SQLException {
        return cache.counts(connection, revision, schema, requested);
    }
}
