package org.startupatlas.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads statistics: two statements that see the same moment, whatever is asked. */
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
                ? read(query, Long.MAX_VALUE, true)
                : fullText.find(
                        query.declaration(),
                        query.words(),
                        RequiredCodes.of(query.condition()),
                        found -> read(query.among(found.all()), found.revision(), found.isLasting()));
    }

    private Stats read(StatsQuery query, long known, boolean isLasting) {
        return Databases.readAtOnce(database, connection -> {
            List<Stats.Row> rows = rows(connection, query);
            List<Stats> stats = new ArrayList<>(1);
            Databases.query(
                    connection,
                    total(query),
                    row -> stats.add(new Stats(
                            Math.min(known, row.getLong("revision")), row.getLong("total"), isLasting, rows)));
            return stats.get(0);
        });
    }

    private static Sql total(StatsQuery query) {
        Sql sql = new Sql()
                .append("SELECT (SELECT revision FROM log_head) AS revision, COUNT(*) AS total FROM "
                        + query.declaration().table() + " r WHERE ");
        new ConditionSql(sql).write("r", query.condition());
        return sql;
    }

    private static List<Stats.Row> rows(Connection connection, StatsQuery query) throws SQLException {
        Groups groups = new Groups(
                query.declaration(), query.condition(), query.dimensions(), query.measures(), query.tellsMedian());
        // One more than is merged tells that there are too many.
        Sql sql = groups.sql().append(" LIMIT " + (MOST_GROUPS + 1));
        GroupMerger merger = new GroupMerger(query);
        Databases.query(connection, sql, row -> merger.add(groups.read(row)));
        return merger.rows();
    }
}
