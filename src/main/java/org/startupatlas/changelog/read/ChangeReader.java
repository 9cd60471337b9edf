package org.startupatlas.changelog.read;

import jakarta.inject.Singleton;
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
 * Reads the log: one statement for whatever is asked, which tells the revision reached along with the changes, so that
 * nothing can be written between the one and the other.
 */
@Singleton
public final class ChangeReader {

    private static final String COLUMNS =
            "c.revision, c.at, c.op, c.resource, c.record_id, c.version, %s, %s," + " c.written_by, c.merged_into";

    /** All columns of the index are named in an order: H2 sorts by an index only then. */
    private static final String OLDEST_FIRST = "q.resource, q.record_id, q.version";

    private static final String NEWEST_FIRST = "q.resource DESC, q.record_id DESC, q.version DESC";

    /** Where the record's JSON before the change stands, behind the head of the log and the columns of the change. */
    private static final int BEFORE = 13;

    private final DataSource database;
    private final Clock clock = Clock.systemUTC();

    ChangeReader(DataSource database) {
        this.database = database;
    }

    /**
     * Which of the large values of changes are read; those that are not are null.
     *
     * @param document the record after the change
     * @param changed what the change changed in it
     * @param before the record before the change
     */
    public record Parts(boolean document, boolean changed, boolean before) {

        private static final Parts OF_THE_CHANGE = new Parts(true, true, false);

        private String columns() {
            return String.format(COLUMNS, document ? "c.document" : "NULL", changed ? "c.changed" : "NULL")
                    + (before ? ", b.document" : "");
        }
    }

    /**
     * A change and the record before it.
     *
     * @param before the record's JSON before the change, UTF-8, or null if there was none or it was not asked for
     */
    public record Transition(LoggedChange change, byte[] before) {}

    /**
     * What was read of the log.
     *
     * @param transitions the changes, one more than asked if there are more
     * @param revision the one that the log had reached
     * @param latest no time so far was later
     */
    public record Reach(List<Transition> transitions, long revision, Instant latest) {

        public Reach {
            transitions = List.copyOf(transitions);
        }

        private Optional<LoggedChange> first() {
            return transitions.stream().map(Transition::change).findFirst();
        }

        /** The first of the changes, as a page. */
        public ChangePage page(int limit) {
            boolean hasMore = transitions.size() > limit;
            List<LoggedChange> changes =
                    transitions.stream().limit(limit).map(Transition::change).toList();
            return new ChangePage(
                    changes, hasMore, hasMore ? changes.get(limit - 1).revision() : revision, revision);
        }
    }

    /**
     * The changes behind a moment, and one more if there are more.
     *
     * @param resource only those of this resource's records, or empty for all
     * @param parts what to read of each
     */
    public Reach behind(PointInTime since, Optional<String> resource, Parts parts, int limit) {
        Reach reach = read(parts, limit, resource.isPresent() ? "q.resource, q.revision" : "q.revision", sql -> {
            resource.ifPresent(name -> sql.append("q.resource = ").bind(name).append(" AND "));
            writeBehind(sql, since);
        });
        refuseBeyond(since, reach);
        return reach;
    }

    /**
     * The changes of one record behind a moment, and one more if there are more.
     *
     * @param filter which of them
     * @param parts what to read of each
     */
    public Reach behind(PointInTime since, ChangeFilter filter, String recordId, Parts parts, int limit) {
        Reach reach = read(parts, limit, OLDEST_FIRST, sql -> {
            writeRecord(sql, filter.resource().orElseThrow().resource(), recordId);
            writeAnyOf(sql, "q.written_by", filter.by());
            writeAnyOf(sql, "q.op", filter.ops());
            writeBehind(sql, since);
        });
        refuseBeyond(since, reach);
        return reach;
    }

    /** The last change of a record at a moment; empty if it was not there yet. */
    public Optional<LoggedChange> asOf(PointInTime moment, String resource, String recordId) {
        Reach reach = read(Parts.OF_THE_CHANGE, 0, NEWEST_FIRST, sql -> {
            writeRecord(sql, resource, recordId);
            if (moment.time() == null) {
                sql.append("q.revision <= ").bind(moment.revision());
            } else {
                sql.append("q.at <= ").bind(moment.time());
            }
        });
        if (moment.isAfter(reach.revision(), reach.latest())) {
            throw moment.notReached(reach.revision());
        }
        return reach.first();
    }

    /** The change that has a revision; empty if the log has not reached it. */
    public Optional<LoggedChange> at(long revision) {
        return read(Parts.OF_THE_CHANGE, 0, "q.revision", sql -> sql.append("q.revision = ")
                        .bind(revision))
                .first();
    }

    /** The change that made a version of a record; empty if there is no such version. */
    public Optional<LoggedChange> version(String resource, String recordId, int version) {
        return read(Parts.OF_THE_CHANGE, 0, OLDEST_FIRST, sql -> {
                    writeRecord(sql, resource, recordId);
                    sql.append("q.version = ").bind(version);
                })
                .first();
    }

    /** The first change of a record; empty if there never was one. */
    public Optional<LoggedChange> earliest(String resource, String recordId) {
        return atAnEnd(resource, recordId, OLDEST_FIRST);
    }

    /** The last change of a record; empty if there never was one. */
    public Optional<LoggedChange> latest(String resource, String recordId) {
        return atAnEnd(resource, recordId, NEWEST_FIRST);
    }

    /** Whether any record of these resources was changed behind a revision. */
    public boolean hasBehind(long revision, List<String> resources) {
        // Ordered, so that whatever index PostgreSQL takes, no more is read than was written since. It expects that
        // changes of all resources are everywhere in the log, and would look through all of it for what is not there.
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

    private Optional<LoggedChange> atAnEnd(String resource, String recordId, String order) {
        return read(Parts.OF_THE_CHANGE, 0, order, sql -> {
                    writeRecord(sql, resource, recordId);
                    sql.append("1 = 1");
                })
                .first();
    }

    private Reach read(Parts parts, int limit, String order, Consumer<SqlBuilder> condition) {
        SqlBuilder sql = new SqlBuilder().append("SELECT h.revision, h.at, " + parts.columns());
        // By its key, as in SnapshotReader: a table that is not analyzed is taken for a large one.
        sql.append(" FROM (SELECT * FROM log_head WHERE id = 1) h LEFT JOIN (SELECT * FROM change q WHERE ");
        condition.accept(sql);
        // Written out, not bound: PostgreSQL is to plan for few rows.
        sql.append(" ORDER BY " + order + " LIMIT " + (limit + 1) + ") c ON 1 = 1");
        if (parts.before()) {
            sql.append(" LEFT JOIN change b ON b.resource = c.resource AND b.record_id = c.record_id"
                    + " AND b.version = c.version - 1");
        }
        sql.append(" ORDER BY c.revision");
        List<Transition> transitions = new ArrayList<>();
        long[] revision = new long[1];
        Instant[] latest = {clock.instant()};
        Jdbc.read(database, connection -> {
            Jdbc.query(connection, sql, row -> {
                revision[0] = row.getLong(1);
                // Another node's clock may be ahead of this one's.
                Instant last = time(row, 2);
                latest[0] = last.isAfter(latest[0]) ? last : latest[0];
                if (row.getLong(3) > 0) {
                    transitions.add(new Transition(change(row), parts.before() ? row.getBytes(BEFORE) : null));
                }
            });
            return null;
        });
        return new Reach(transitions, revision[0], latest[0]);
    }

    /** Behind a time to come there is simply nothing yet; a revision to come is a mistake, which would lose changes. */
    private static void refuseBeyond(PointInTime since, Reach reach) {
        if (since.time() == null && since.isAfter(reach.revision(), reach.latest())) {
            throw since.notReached(reach.revision());
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

    private static void writeBehind(SqlBuilder sql, PointInTime since) {
        if (since.time() == null) {
            sql.append("q.revision > ").bind(since.revision());
        } else {
            // Times are in the order of revisions: behind a time is from the first change that is later.
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
