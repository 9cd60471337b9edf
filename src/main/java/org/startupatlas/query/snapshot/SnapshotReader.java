package org.startupatlas.query.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.startupatlas.query.ExportQuery;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.ConditionMatcher;
import org.startupatlas.query.filter.ConditionSql;
import org.startupatlas.query.lookup.RecordHistory;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Opens snapshots: all records of a resource, or those that match a filter, at one revision. */
@Singleton
public final class SnapshotReader {

    /** The size of the first batch, before the size of the records is known. */
    private static final int FIRST_BATCH_SIZE = 100;

    /** The maximum size of a batch: the overhead of a statement is small beside a thousand records. */
    private static final int MAX_BATCH_SIZE = 1_000;

    /** The target size of a batch in bytes; each export holds a few batches in memory. */
    private static final long TARGET_BATCH_BYTES = 1_048_576;

    /** Stands for a revision after which nothing is ever written. */
    private static final long NO_REVISION = Long.MAX_VALUE;

    private final DataSource database;
    private final RecordHistory history;
    private final ObjectMapper json;

    /**
     * Creates a reader.
     *
     * @param history reads earlier versions of records from the change log
     */
    public SnapshotReader(DataSource database, RecordHistory history, ObjectMapper json) {
        this.database = database;
        this.history = history;
        this.json = json;
    }

    /**
     * Opens the snapshot that a query selects.
     *
     * @throws RejectedException if the query names a point in time after the end of the log
     */
    public Snapshot open(ExportQuery query) {
        boolean all = query.condition().equals(Condition.ALWAYS);
        if (query.asOf() != null) {
            long revision = history.revision(query.asOf());
            return all
                    ? openAt(query.schema(), revision)
                    : new HistorySnapshot(query.schema(), revision, null, matching(query.condition()));
        }
        return all ? new TableSnapshot(query.schema()) : openFiltered(query.schema(), query.condition());
    }

    /** Opens the snapshot of all records of a resource at an existing revision. */
    public Snapshot openAt(ResourceSchema schema, long revision) {
        return new TableSnapshot(schema, revision);
    }

    private Predicate<StoredRecord> matching(Condition condition) {
        return record -> ConditionMatcher.matches(condition, RecordJson.read(json, record.json()));
    }

    /**
     * Reads the ids of all matching records first, in one snapshot: conditions on other records cannot be evaluated
     * later for the same revision.
     */
    private Snapshot openFiltered(ResourceSchema schema, Condition condition) {
        return Jdbc.readSnapshot(database, connection -> {
            SelectedIds ids = new SelectedIds();
            SqlBuilder sql = ConditionSql.select("r.id", schema, condition).append(" ORDER BY r.id");
            long revision = RecordLookup.revision(connection);
            Jdbc.queryStreaming(connection, sql, row -> ids.add(RecordLookup.id(row, 1, schema)));
            return new IdListSnapshot(schema, revision, ids);
        });
    }

    /**
     * A batch read from the table.
     *
     * @param isSuperseded whether the resource was written to after the revision of the snapshot
     */
    private record Batch(long revision, boolean isSuperseded, List<StoredRecord> records) {}

    /**
     * Reads records together with the current revision, and whether the resource was written to since another.
     *
     * @param selection selects id, version and document
     */
    private Batch read(ResourceSchema schema, long since, SqlBuilder selection) {
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT h.revision, h.overwritten, r.id, r.version, r.document FROM (SELECT revision, EXISTS"
                        + " (SELECT 1 FROM change c WHERE c.resource = ")
                .bind(schema.resource())
                .append(" AND c.revision > ")
                .bind(since)
                // By the primary key: for a table that it has not analyzed, PostgreSQL estimates a thousand rows and
                // would JIT-compile the join, which takes a hundred times as long as reading the batch.
                .append(") AS overwritten FROM log_head WHERE id = 1) h LEFT JOIN (")
                .append(selection)
                .append(") r ON 1 = 1 ORDER BY r.id");
        long[] revision = new long[1];
        boolean[] isSuperseded = new boolean[1];
        List<StoredRecord> records = new ArrayList<>();
        Jdbc.read(database, connection -> {
            Jdbc.query(connection, sql, row -> {
                revision[0] = row.getLong(1);
                isSuperseded[0] = row.getBoolean(2);
                Object id = RecordLookup.id(row, 3, schema);
                if (id != null) {
                    records.add(new StoredRecord(id, row.getInt(4), row.getBytes(5)));
                }
            });
            return null;
        });
        return new Batch(revision[0], isSuperseded[0], records);
    }

    /** The size of the next batch, adapted to the size of the records. */
    private static final class BatchSize {
        private int records = FIRST_BATCH_SIZE;

        int records() {
            return records;
        }

        void adapt(List<StoredRecord> batch) {
            long bytes =
                    batch.stream().mapToLong(record -> record.json().length).sum();
            records =
                    (int) Math.max(1, Math.min(MAX_BATCH_SIZE, batch.size() * TARGET_BATCH_BYTES / Math.max(1, bytes)));
        }
    }

    /** All records of a resource, read from the table, and from the change log after the resource was written to. */
    private final class TableSnapshot implements Snapshot {
        private final ResourceSchema schema;
        private final BatchSize size = new BatchSize();
        private final long revision;
        private List<StoredRecord> prefetched;
        private Object lastId;
        private Snapshot historySnapshot;
        private boolean exhausted;

        TableSnapshot(ResourceSchema schema) {
            this.schema = schema;
            Batch batch = readBatch(NO_REVISION);
            this.revision = batch.revision;
            this.prefetched = advance(batch);
        }

        TableSnapshot(ResourceSchema schema, long revision) {
            this.schema = schema;
            this.revision = revision;
        }

        @Override
        public long revision() {
            return revision;
        }

        @Override
        public List<StoredRecord> next() {
            if (prefetched != null) {
                List<StoredRecord> records = prefetched;
                prefetched = null;
                return records;
            }
            if (historySnapshot != null) {
                return historySnapshot.next();
            }
            if (exhausted) {
                return List.of();
            }
            Batch batch = readBatch(revision);
            if (batch.isSuperseded) {
                historySnapshot = new HistorySnapshot(schema, revision, lastId, record -> true);
                return historySnapshot.next();
            }
            return advance(batch);
        }

        private Batch readBatch(long since) {
            SqlBuilder selection =
                    new SqlBuilder().append("SELECT q.id, q.version, q.document FROM " + schema.table() + " q");
            if (lastId != null) {
                selection.append(" WHERE q.id > ").bind(lastId);
            }
            selection.append(" ORDER BY q.id LIMIT " + size.records());
            return read(schema, since, selection);
        }

        private List<StoredRecord> advance(Batch batch) {
            List<StoredRecord> records = batch.records;
            exhausted = records.size() < size.records();
            if (!records.isEmpty()) {
                lastId = records.get(records.size() - 1).id();
                size.adapt(records);
            }
            return records;
        }
    }

    /** The records of a list of ids. */
    private final class IdListSnapshot implements Snapshot {
        private final ResourceSchema schema;
        private final long revision;
        private final SelectedIds ids;
        private final BatchSize size = new BatchSize();
        private int offset;

        IdListSnapshot(ResourceSchema schema, long revision, SelectedIds ids) {
            this.schema = schema;
            this.revision = revision;
            this.ids = ids;
        }

        @Override
        public long revision() {
            return revision;
        }

        @Override
        public List<StoredRecord> next() {
            if (offset == ids.size()) {
                return List.of();
            }
            int from = offset;
            offset = Math.min(ids.size(), from + size.records());
            List<Object> batchIds = ids.between(from, offset);
            Condition inBatch = new Condition.IdIn(batchIds, schema.hasCodeIds());
            Batch batch = read(schema, revision, ConditionSql.select("r.id, r.version, r.document", schema, inBatch));
            List<StoredRecord> records =
                    batch.isSuperseded ? history.records(schema, revision, batchIds) : batch.records;
            size.adapt(records);
            return sortById(batchIds, records);
        }

        private static List<StoredRecord> sortById(List<Object> ids, List<StoredRecord> records) {
            Map<Object, StoredRecord> byId = new HashMap<>();
            records.forEach(record -> byId.put(record.id(), record));
            return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
        }
    }

    /** Records read from the change log. */
    private final class HistorySnapshot implements Snapshot {
        private final ResourceSchema schema;
        private final long revision;
        private final Predicate<StoredRecord> filter;
        private Object lastId;
        private boolean exhausted;

        HistorySnapshot(ResourceSchema schema, long revision, Object lastId, Predicate<StoredRecord> filter) {
            this.schema = schema;
            this.revision = revision;
            this.lastId = lastId;
            this.filter = filter;
        }

        @Override
        public long revision() {
            return revision;
        }

        @Override
        public List<StoredRecord> next() {
            List<StoredRecord> records = List.of();
            while (records.isEmpty() && !exhausted) {
                RecordHistory.Batch batch = history.batch(schema, revision, lastId, MAX_BATCH_SIZE);
                lastId = batch.lastId();
                exhausted = lastId == null;
                records = batch.records().stream().filter(filter).toList();
            }
            return records;
        }
    }
}
