package org.startupatlas.changelog.read;

import jakarta.inject.Singleton;
import java.time.Instant;
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

/** Reads the records of a resource as of a revision from the log. */
@Singleton
final class LoggedRecordHistory implements RecordHistory {

    private final ChangeReader log;
    private final DataSource database;

    LoggedRecordHistory(ChangeReader log, DataSource database) {
        this.log = log;
        this.database = database;
    }

    @Override
    public long revision(PointInTime pointInTime) {
        return log.revision(pointInTime);
    }

    @Override
    public Instant time(long revision) {
        return log.at(revision).map(LoggedChange::at).orElse(Instant.EPOCH);
    }

    @Override
    public List<StoredRecord> records(ResourceSchema schema, long revision, List<Object> ids) {
        String[] names = ids.stream().map(Object::toString).toArray(String[]::new);
        return read(schema, revision, sql -> sql.append(" AND c.record_id = ANY(CAST(")
                .bind(names)
                .append(" AS VARCHAR ARRAY))"));
    }

    @Override
    public Batch batch(ResourceSchema schema, long revision, Object afterId, int maxChanges) {
        return schema.hasCodeIds()
                ? new Batch(recordsByWord(schema, revision, afterId), null)
                : batchOfUuids(schema, revision, afterId, maxChanges);
    }

    /**
     * Reads all records and sorts them in memory: the log sorts ids by the database's collation, and resources with
     * string ids have few records.
     */
    private List<StoredRecord> recordsByWord(ResourceSchema schema, long revision, Object afterId) {
        return read(schema, revision, sql -> {}).stream()
                .filter(row -> afterId == null || row.id().toString().compareTo(afterId.toString()) > 0)
                .sorted(Comparator.comparing(row -> row.id().toString()))
                .toList();
    }

    private Batch batchOfUuids(ResourceSchema schema, long revision, Object afterId, int maxChanges) {
        String last = lastOfBatch(schema, afterId, maxChanges);
        List<StoredRecord> rows = read(schema, revision, sql -> {
            if (afterId != null) {
                sql.append(" AND c.record_id > ").bind(afterId.toString());
            }
            if (last != null) {
                sql.append(" AND c.record_id <= ").bind(last);
            }
        });
        return new Batch(rows, last == null ? null : UUID.fromString(last));
    }

    /**
     * Returns the id at which a batch of about {@code maxChanges} changes ends, including all changes of the last
     * record; null if the batch reaches the end of the log.
     */
    private String lastOfBatch(ResourceSchema schema, Object afterId, int maxChanges) {
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT record_id FROM change WHERE resource = ")
                .bind(schema.resource());
        if (afterId != null) {
            sql.append(" AND record_id > ").bind(afterId.toString());
        }
        // All columns of the index are named, because H2 uses an index for sorting only then.
        sql.append(" ORDER BY resource, record_id, version LIMIT 1 OFFSET " + (maxChanges - 1));
        String[] last = new String[1];
        Jdbc.read(database, connection -> {
            Jdbc.query(connection, sql, row -> last[0] = row.getString(1));
            return null;
        });
        return last[0];
    }

    /** Reads the records that exist as of the revision, in the order of the log's ids. */
    private List<StoredRecord> read(ResourceSchema schema, long revision, Consumer<SqlBuilder> condition) {
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT c.record_id, c.version, c.document FROM change c LEFT JOIN change l"
                        // A record's versions are 1, 2, 3…, so a version is the latest one if the next is missing.
                        + " ON l.resource = c.resource AND l.record_id = c.record_id AND l.version = c.version + 1"
                        + " WHERE c.resource = ")
                .bind(schema.resource())
                .append(" AND c.document IS NOT NULL AND c.revision <= ")
                .bind(revision)
                .append(" AND (l.revision IS NULL OR l.revision > ")
                .bind(revision)
                .append(")");
        condition.accept(sql);
        sql.append(" ORDER BY c.resource, c.record_id, c.version");
        List<StoredRecord> rows = new ArrayList<>();
        Jdbc.read(database, connection -> {
            Jdbc.query(
                    connection,
                    sql,
                    row -> rows.add(new StoredRecord(id(schema, row.getString(1)), row.getInt(2), row.getBytes(3))));
            return null;
        });
        return rows;
    }

    private static Object id(ResourceSchema schema, String text) {
        return schema.hasCodeIds() ? text : UUID.fromString(text);
    }
}
