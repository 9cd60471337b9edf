package org.startupatlas.query;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Reads statistics: two statements that see the same moment, whatever is asked. */
@Singleton
public final class StatsReader {

    /** The most groups of records stored alike that are merged to rows. */
    public static final int MOST_GROUPS = GroupMerger.MOST_GROUPS;

    private final DataSource database;
    private final FullText fullText;

    /** Reads from this database what the filters let through, and from this index what the words find. */
    public StatsReader(DataSource database, FullText fullText) {
        this.database = database;
        this.fullText = fullText;
    }

    /**
     * The statistics that the query asks for.
     *
     * @throws InvalidQuery if they have more rows than an answer can have
     */
    public Stats read(StatsQuery query) {
        return query.words() == null
                ? read(query, Stream.of(query), Long.MAX_VALUE, true)
                : fullText.find(
                        query.declaration(),
                        query.words(),
                        RequiredCodes.of(query.condition()),
                        found -> read(query, found.blocks().map(query::among), found.revision(), found.isLasting()));
    }

    /** What is asked of several parts of the records together, one after the other. */
    private Stats read(StatsQuery query, Stream<StatsQuery> parts, long known, boolean isLasting) {
        return Databases.readAtOnce(database, connection -> {
            GroupMerger merger = new GroupMerger(query);
            AtomicLong revision = new AtomicLong(known);
            AtomicLong total = new AtomicLong();
            Iterator<StatsQuery> part = parts.iterator();
            while (part.hasNext()) {
                StatsQuery asked = part.next();
                merge(connection, asked, merger);
                Databases.query(connection, total(asked), row -> {
                    revision.accumulateAndGet(row.getLong("revision"), Math::min);
                    total.addAndGet(row.getLong("total"));
                });
            }
            return new Stats(revision.get(), total.get(), isLasting, merger.rows());
        });
    }

    private static Sql total(StatsQuery query) {
        Sql sql = new Sql()
                .append("SELECT (SELECT revision FROM log_head) AS revision, COUNT(*) AS total FROM "
                        + query.declaration().table() + " r WHERE ");
        new ConditionSql(sql).write("r", query.condition());
        return sql;
    }

    private static void merge(Connection connection, StatsQuery query, GroupMerger merger) throws SQLException {
        Groups groups = new Groups(
                query.declaration(), query.condition(), query.dimensions(), query.measures(), query.tellsMedian());
        // One more than is merged tells that there are too many.
        Sql sql = groups.sql().append(" LIMIT " + (MOST_GROUPS + 1));
        merger.beginPart();
        Databases.query(connection, sql, row -> merger.add(groups.read(row)));
    }
}
