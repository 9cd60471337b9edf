package org.startupatlas.changelog.read;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.startupatlas.query.ChangeFilter;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/**
 * Reads the log. Each read is one statement that returns the latest revision together with the changes, so that no
 * change can be appended between the two.
 */
@Singleton
public final class ChangeReader {

    private static final String COLUMNS =
            "c.revision, c.at, c.op, c.resource, c.record_id, c.version, %s, %s," + " c.written_by, c.merged_into";

    /** Names all columns of the index, because H2 uses an index for sorting only then. */
    private static final String OLDEST_FIRST = "q.resource, q.record_id, q.version";

    private static final String NEWEST_FIRST = "q.resource DESC, q.record_id DESC, q.version DESC";

    /**
     * The column of the record's JSON before the change; it follows the head of the log and the columns of the change.
     */
    private static final int BEFORE_COLUMN = 13;

    private final DataSource database;
    private final Clock clock = Clock.systemUTC();

    ChangeReader(DataSource database) {
        this.database = database;
    }

    /**
     * Selects the large columns to read; those that are not read are null.
     *
     * @param document the record after the change
     * @param changed the differences
     * @param before the record before the change
     */
    public record Parts(boolean document, boolean changed, boolean before) {

        private static final Parts NONE = new Parts(false, false, false);

        private static final Parts WITHOUT_BEFORE = new Parts(true, true, false);

        private static final Parts ALL = new Parts(true, true, true);

        private String columns() {
            return String.format(COLUMNS, document ? "c.document" : "NULL", changed ? "c.changed" : "NULL")
                    + (before ? ", b.document" : "");
        }
    }

    /**
     * A change and the previous version of its record.
     *
     * @param before the record's JSON before the change, UTF-8; null if there was none or it was not requested
     */
    public record Transition(LoggedChange change, byte[] before) {}

    /**
     * The result of reading the log.
     *
     * @param transitions the changes; one more than requested if there are more
     * @param revision the latest revision
     * @param latest a time that no change so far is later than
     */
    public record ReadResult(List<Transition> transitions, long revision, Instant latest) {

        public ReadResult {
            transitions = List.copyOf(transitions);
        }

        private Optional<LoggedChange> first() {
            return transitions.stream().map(Transition::change).findFirst();
        }

        /** Returns the first changes as a page. */
        public ChangePage page(int limit) {
            boolean hasMore = transitions.size() > limit;
            List<LoggedChange> changes =
                    transitions.stream().limit(limit).map(Transition::change).toList();
            return new ChangePage(
                    changes, hasMore, hasMore ? changes.get(limit - 1).revision() : revision, revision);
        }
    }

    /**
     * Reads the changes after a point in time, and one more if there are more.
     *
     * @param resource reads only the changes of this resource's records; empty for all
     * @param parts the columns to read
     */
    public ReadResult readAfter(PointInTime since, Optional<String> resource, Parts parts, int limit) {
        ReadResult result = Jdbc.read(database, connection -> readAfter(connection, since, resource, parts, limit));
        rejectFuture(since, result);
        return result;
    }

    private ReadResult readAfter(
            Connection connection, PointInTime since, Optional<String> resource, Parts parts, int limit)
            throws SQLException {
        String order = resource.isPresent() ? "q.resource, q.revision" : "q.revision";
        return read(connection, parts, limit, order, sql -> {
            resource.ifPresent(name -> sql.append("q.resource = ").bind(name).append(" AND "));
            writeAfter(sql, since);
        });
    }

    /**
     * Reads the changes of a resource's records after a revision as the connection sees them, and one more if there are
     * more.
     */
    List<Transition> readAfter(Connection connection, long since, String resource, int limit) throws SQLException {
        PointInTime start = PointInTime.ofRevision("since", since);
        return readAfter(connection, start, Optional.of(resource), Parts.ALL, limit)
                .transitions();
    }

    /**
     * Reads the changes of one record after a point in time, and one more if there are more.
     *
     * @param filter selects changes by key and kind
     * @param parts the columns to read
     */
    public ReadResult readAfter(PointInTime since, ChangeFilter filter, String recordId, Parts parts, int limit) {
        ReadResult result = read(parts, limit, OLDEST_FIRST, sql -> {
            writeRecord(sql, filter.resource().orElseThrow().resource(), recordId);
            writeAnyOf(sql, "q.written_by", filter.by());
            writeAnyOf(sql, "q.op", filter.ops());
            writeAfter(sql, since);
        });
        rejectFuture(since, result);
        return result;
    }

    /** Reads the latest change of a record at a point in time; empty if the record did not exist yet. */
    public Optional<LoggedChange> asOf(PointInTime pointInTime, String resource, String recordId) {
        ReadResult result = read(Parts.WITHOUT_BEFORE, 0, NEWEST_FIRST, sql -> {
            writeRecord(sql, resource, recordId);
            if (pointInTime.time() == null) {
                sql.append("q.revision <= ").bind(pointInTime.revision());
            } else {
                sql.append("q.at <= ").bind(pointInTime.time());
            }
        });
        rejectNotReached(pointInTime, result);
        return result.first();
    }

    /** Returns the revision of the latest change at a point in time; 0 if there was none. */
    long revision(PointInTime pointInTime) {
        ReadResult result = read(Parts.NONE, 0, "q.at DESC, q.revision DESC", sql -> {
            if (pointInTime.time() == null) {
                sql.append("q.revision = ").bind(pointInTime.revision());
            } else {
                sql.append("q.at <= ").bind(pointInTime.time());
            }
        });
        rejectNotReached(pointInTime, result);
        return result.first().map(LoggedChange::revision).orElse(0L);
    }

    /** Reads the change with a revision; empty if the log has not reached it. */
    public Optional<LoggedChange> at(long revision) {
        return read(Parts.WITHOUT_BEFORE, 0, "q.revision", sql -> sql.append("q.revision = ")
                        .bind(revision))
                .first();
    }

    /** Reads the change that created a version of a record; empty if there is no such version. */
    public Optional<LoggedChange> version(String resource, String recordId, int version) {
        return read(Parts.WITHOUT_BEFORE, 0, OLDEST_FIRST, sql -> {
                    writeRecord(sql, resource, recordId);
                    sql.append("q.version = ").bind(version);
                })
                .first();
    }

    /** Reads the first change of a record; empty if there is none. */
    public Optional<LoggedChange> earliest(String resource, String recordId) {
        return firstBy(resource, recordId, OLDEST_FIRST);
    }

    /** Reads the latest change of a record; empty if there is none. */
    public Optional<LoggedChange> latest(String resource, String recordId) {
        return firstBy(resource, recordId, NEWEST_FIRST);
    }

    /** Returns whether any record of these resources was changed after a revision. */
    public boolean hasChangesAfter(long revision, List<String> resources) {
        // The ORDER BY bounds the rows read to those written since the revision, whichever index PostgreSQL chooses.
        // Without it, the planner assumes that changes of all resources are spread evenly over the log, and scans all
        // of it when there is no match.
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT revision FROM change WHERE revision > ")
                .bind(revision)
                .append(" AND resource IN ")
                .bindList(resources)
                .append(" ORDER BY revision LIMIT 1");
        List<Long> first = new ArrayList<>();
        return Jdbc.read(database, connection -> {
            Jdbc.query(connection, sql, row -> first.add(row.getLong(1)));
            return !first.isEmpty();
        });
    }

    private Optional<LoggedChange> firstBy(String resource, String recordId, String order) {
        return read(Parts.WITHOUT_BEFORE, 0, order, sql -> {
                    writeRecord(sql, resource, recordId);
                    sql.append("1 = 1");
                })
                .first();
    }

    private ReadResult read(Parts parts, int limit, String order, Consumer<SqlBuilder> condition) {
        return Jdbc.read(database, connection -> read(connection, parts, limit, order, condition));
    }

    private ReadResult read(Connection connection, Parts parts, int limit, String order, Consumer<SqlBuilder> condition)
            throws SQLException {
        SqlBuilder sql = new SqlBuilder().append("SELECT h.revision, h.at, " + parts.columns());
        // Selected by primary key, as in SnapshotReader: the planner takes a table without statistics for a large one.
        sql.append(" FROM (SELECT * FROM log_head WHERE id = 1) h LEFT JOIN (SELECT * FROM change q WHERE ");
        condition.accept(sql);
        // A literal, not a parameter, so that PostgreSQL plans for few rows.
        sql.append(" ORDER BY " + order + " LIMIT " + (limit + 1) + ") c ON 1 = 1");
        if (parts.before()) {
            sql.append(" LEFT JOIN change b ON b.resource = c.resource AND b.record_id = c.record_id"
                    + " AND b.version = c.version - 1");
        }
        sql.append(" ORDER BY c.revision");
        List<Transition> transitions = new ArrayList<>();
        long[] revision = new long[1];
        Instant[] latest = {clock.instant()};
        Jdbc.query(connection, sql, row -> {
            revision[0] = row.getLong(1);
            // Another node's clock may be ahead of this one's.
            Instant last = time(row, 2);
            latest[0] = last.isAfter(latest[0]) ? last : latest[0];
            if (row.getLong(3) > 0) {
                transitions.add(new Transition(change(row), parts.before() ? row.getBytes(BEFORE_COLUMN) : null));
            }
        });
        return new ReadResult(transitions, revision[0], latest[0]);
    }

    /**
     * Rejects a revision in the future: this is a mistake, which would lose changes. After a time in the future there
     * are simply no changes yet.
     */
    private static void rejectFuture(PointInTime since, ReadResult result) {
        if (since.time() == null) {
            rejectNotReached(since, result);
        }
    }

    private static void rejectNotReached(PointInTime pointInTime, ReadResult result) {
        if (pointInTime.isAfter(result.revision(), result.latest())) {
            throw pointInTime.notReached(result.revision());
        }
    }

    private static void writeAnyOf(SqlBuilder sql, String column, List<String> values) {
        if (!values.isEmpty()) {
            sql.append(column + " IN ").bindList(values).append(" AND ");
        }
    }

    private static void writeRecord(SqlBuilder sql, String resource, String recordId) {
        sql.append("q.resource = ").bind(resource).append(" AND q.record_id = ").bind(recordId);
        sql.append(" AND ");
    }

    private static void writeAfter(SqlBuilder sql, PointInTime since) {
        if (since.time() == null) {
            sql.append("q.revision > ").bind(since.revision());
        } else {
            // Times are in the order of revisions, so the changes after a time begin with the first later one.
            sql.append("q.revision >= (SELECT l.revision FROM change l WHERE l.at > ")
                    .bind(since.time())
                    .append(" ORDER BY l.at, l.revision LIMIT 1)");
        }
    }

    private static LoggedChange change(ResultSet row) throws SQLException {
        return new LoggedChange(
                row.getLong(3),
                time(row, 4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                row.getBytes(9),
                row.getBytes(10),
                row.getString(11),
                row.getString(12));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
