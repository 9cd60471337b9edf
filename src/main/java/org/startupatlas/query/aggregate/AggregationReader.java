package org.startupatlas.query.aggregate;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.startupatlas.query.filter.ConditionSql;
import org.startupatlas.query.filter.RequiredCodes;
import org.startupatlas.query.lookup.FullText;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Reads statistics, with two statements in one snapshot whatever the query. */
@Singleton
public final class AggregationReader {

    /** The maximum number of database groups that are merged into buckets. */
    public static final int MAX_GROUPS = BucketMerger.MAX_GROUPS;

    private final DataSource database;
    private final FullText fullText;

    public AggregationReader(DataSource database, FullText fullText) {
        this.database = database;
        this.fullText = fullText;
    }

    /**
     * Reads the statistics of a query.
     *
     * @throws RejectedException if there are too many groups or buckets
     */
    public AggregationResult read(AggregationQuery query) {
        return query.searchText() == null
                ? read(query, Stream.of(query), Long.MAX_VALUE, true)
                : fullText.search(
                        query.schema(),
                        query.searchText(),
                        RequiredCodes.of(query.condition()),
                        hits -> read(
                                query, hits.batches().map(query::restrictedTo), hits.revision(), hits.isCacheable()));
    }

    /**
     * Reads the statistics over several batches of records, one after the other.
     *
     * @param maxRevision the revision of the search index; the result's revision is not later
     */
    private AggregationResult read(
            AggregationQuery query, Stream<AggregationQuery> parts, long maxRevision, boolean isLasting) {
        return Jdbc.readSnapshot(database, connection -> {
            BucketMerger merger = new BucketMerger(query);
            AtomicLong revision = new AtomicLong(maxRevision);
            AtomicLong total = new AtomicLong();
            Iterator<AggregationQuery> iterator = parts.iterator();
            while (iterator.hasNext()) {
                AggregationQuery next = iterator.next();
                merge(connection, next, merger);
                Jdbc.query(connection, totalSql(next), row -> {
                    revision.accumulateAndGet(row.getLong("revision"), Math::min);
                    total.addAndGet(row.getLong("total"));
                });
            }
            return new AggregationResult(revision.get(), total.get(), isLasting, merger.buckets());
        });
    }

    private static SqlBuilder totalSql(AggregationQuery query) {
        return ConditionSql.select(
                "(" + RecordLookup.SELECT_REVISION + ") AS revision, COUNT(*) AS total",
                query.schema(),
                query.condition());
    }

    private static void merge(Connection connection, AggregationQuery query, BucketMerger merger) throws SQLException {
        GroupByQuery groups = new GroupByQuery(
                query.schema(), query.condition(), query.dimensions(), query.measures(), query.hasMedian());
        // One more group than the maximum shows that there are too many.
        SqlBuilder sql = groups.sql().append(" LIMIT " + (MAX_GROUPS + 1));
        merger.beginPart();
        Jdbc.query(connection, sql, row -> merger.add(groups.read(row)));
    }
}
