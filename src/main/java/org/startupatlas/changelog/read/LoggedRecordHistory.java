package org.startupatlas.changelog.read;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.startupatlas.query.lookup.RecordHistory;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Reads from the log what the records of a resource were at a revision. */
@Singleton
final class LoggedRecordHistory implements RecordHistory {

    private final DataSource database;
    private final Clock clock = Clock.systemUTC();

    LoggedRecordHistory(DataSource database) {
        this.database = database;
    }

    @Override
    public long revision(PointInTime moment) {
        SqlBuilder head = new SqlBuilder().append("SELECT revision, at FROM log_head");
        return Jdbc.read(database, connection -> {
            long[] reached = new long[1];
            Instant[] latest = {clock.instant()};
            Jdbc.query(connection, head, row -> {
                reached[0] = row.getLong(1);
                // Another node's clock may be ahead of this one's.
                Instant last = time(row, 2);
                latest[0] = last.isAfter(latest[0]) ? last : latest[0];
            });
            if (moment.isAfter(reached[0], latest[0])) {
                throw moment.notReached(reached[0]);
            }
            return moment.time() == null
                    ? moment.revision()
                    : Jdbc.number(
                            connection,
                            new SqlBuilder()
                                    .append("SELECT revision FROM change WHERE at <= ")
                                    .bind(moment.time())
                                    .append(" ORDER BY at DESC, revision DESC LIMIT 1"));
        });
    }

    @Override
    public Instant time(long revision) {
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT at FROM change WHERE revision = ")
                .bind(revision);
        Instant[] time = {Instant.EPOCH};
        Jdbc.read(database, connection -> {
            Jdbc.query(connection, sql, row -> time[0] = time(row, 1));
            return null;
        });
        return time[0];
    }

    @Override
    public List<StoredRecord> records(ResourceSchema declaration, long revision, List<Object> ids) {
        String[] names = ids.stream().map(Object::toString).toArray(String[]::new);
        return read(declaration, revision, sql -> sql.append(" AND c.record_id = ANY(CAST(")
                .bind(names)
                .append(" AS VARCHAR ARRAY))"));
    }

    @Override
    public Batch batch(ResourceSchema declaration, long revision, Object behind, int most) {
        return declaration.hasWordsAsIds()
                ? new Batch(words(declaration, revision, behind), null)
                : blockOfUuids(declaration, revision, behind, most);
    }

    /** Few records have words as ids, and the log has them in the order of the database's collation, not in theirs. */
    private List<StoredRecord> words(ResourceSchema declaration, long revision, Object behind) {
        return read(declaration, revision, sql -> {}).stream()
                .filter(row -> behind == null || row.id().toString().compareTo(behind.toString()) > 0)
                .sorted(Comparator.comparing(row -> row.id().toString()))
                .toList();
    }

    private Batch blockOfUuids(ResourceSchema declaration, long revision, Object behind, int most) {
        String last = lastOfBlock(declaration, behind, most);
        List<StoredRecord> rows = read(declaration, revision, sql -> {
            if (behind != null) {
                sql.append(" AND c.record_id > ").bind(behind.toString());
            }
            if (last != null) {
                sql.append(" AND c.record_id <= ").bind(last);
            }
        });
        return new Batch(rows, last == null ? null : UUID.fromString(last));
    }

    /** Where a block of so many changes ends, all of the last record included; null where it ends with the log. */
    private String lastOfBlock(ResourceSchema declaration, Object behind, int most) {
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT record_id FROM change WHERE resource = ")
                .bind(declaration.resource());
        if (behind != null) {
            sql.append(" AND record_id > ").bind(behind.toString());
        }
        // All columns of the index are named: H2 sorts by an index only then.
        sql.append(" ORDER BY resource, record_id, version LIMIT 1 OFFSET " + (most - 1));
        String[] last = new String[1];
        Jdbc.read(database, connection -> {
            Jdbc.query(connection, sql, row -> last[0] = row.getString(1));
            return null;
        });
        return last[0];
    }

    /** The records whose last change up to the revision left them there, in the order of the log's ids. */
    private List<StoredRecord> read(ResourceSchema declaration, long revision, Consumer<SqlBuilder> which) {
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT c.record_id, c.version, c.document FROM change c LEFT JOIN change l"
                        // A record's versions are 1, 2, 3…, so the next one tells whether this one was the last.
                        + " ON l.resource = c.resource AND l.record_id = c.record_id AND l.version = c.version + 1"
                        + " WHERE c.resource = ")
                .bind(declaration.resource())
                .append(" AND c.document IS NOT NULL AND c.revision <= ")
                .bind(revision)
                .append(" AND (l.revision IS NULL OR l.revision > ")
                .bind(revision)
                .append(")");
        which.accept(sql);
        sql.append(" ORDER BY c.resource, c.record_id, c.version");
        List<StoredRecord> rows = new ArrayList<>();
        Jdbc.read(database, connection -> {
            Jdbc.query(
                    connection,
                    sql,
                    row -> rows.add(
                            new StoredRecord(id(declaration, row.getString(1)), row.getInt(2), row.getBytes(3))));
            return null;
        });
        return rows;
    }

    private static Object id(ResourceSchema declaration, String text) {
        return declaration.hasWordsAsIds() ? text : UUID.fromString(text);
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
