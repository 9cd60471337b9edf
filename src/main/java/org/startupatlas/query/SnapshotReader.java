package org.startupatlas.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.startupatlas.record.RecordJson;

/** Opens snapshots: all records of a resource, or those that a filter lets through, at one revision. */
@Singleton
public final class SnapshotReader {

    /** Records are read by so many at first, because nobody knows yet how large they are. */
    private static final int FEW = 100;

    /** The most that are read at a time: a statement costs little beside a thousand records. */
    private static final int MANY = 1_000;

    /** Bytes that a block should have; of a walk, a few blocks are in memory at a time. */
    private static final long BLOCK_BYTES = 1_048_576;

    /** No revision is behind this one. */
    private static final long ANY = Long.MAX_VALUE;

    private final DataSource database;
    private final Past past;
    private final ObjectMapper json;

    /** Reads from this database, and from this log what the database does not tell any more. */
    public SnapshotReader(DataSource database, Past past, ObjectMapper json) {
        this.database = database;
        this.past = past;
        this.json = json;
    }

    /**
     * Opens what a request asks for.
     *
     * @throws InvalidQuery if it asks for a moment that lies beyond what has been written
     */
    public Snapshot open(ExportQuery query) {
        boolean all = query.condition().equals(Condition.ALWAYS);
        if (query.asOf() != null) {
            long revision = past.revision(query.asOf());
            return all
                    ? openAt(query.declaration(), revision)
                    : new Logged(query.declaration(), revision, null, matching(query.condition()));
        }
        return all ? new Stored(query.declaration()) : choose(query.declaration(), query.condition());
    }

    /** All records of a resource at a revision that has been reached. */
    public Snapshot openAt(Declaration declaration, long revision) {
        return new Stored(declaration, revision);
    }

    private Predicate<Row> matching(Condition condition) {
        return row -> ConditionMatcher.matches(condition, RecordJson.read(json, row.json()));
    }

    /** What other records say can be asked only once: which records are meant is read first, all at one moment. */
    private Snapshot choose(Declaration declaration, Condition condition) {
        return Databases.readAtOnce(database, connection -> {
            ChosenIds ids = new ChosenIds();
            Sql sql = new Sql().append("SELECT q.id FROM " + declaration.table() + " q WHERE ");
            new ConditionSql(sql).write("q", condition);
            sql.append(" ORDER BY q.id");
            long revision = RecordReader.revision(connection);
            Databases.queryInParts(connection, sql, row -> ids.add(RecordReader.id(row, 1, declaration)));
            return new Chosen(declaration, revision, ids);
        });
    }

    /** What was read of a table. */
    private record Part(long revision, boolean isOverwritten, List<Row> rows) {}

    /**
     * Reads rows together with the revision, and with whether anything of the resource was written since another.
     *
     * @param rows selects id, version and document
     */
    private Part read(Declaration declaration, long since, Sql rows) {
        Sql sql = new Sql()
                .append("SELECT h.revision, h.overwritten, r.id, r.version, r.document FROM (SELECT revision, EXISTS"
                        + " (SELECT 1 FROM change c WHERE c.resource = ")
                .bind(declaration.resource())
                .append(" AND c.revision > ")
                .bind(since)
                // By its key: PostgreSQL takes a table that it has not analyzed for a thousand rows, and would compile
                // what it joins so many with, which takes a hundred times as long as reading the block.
                .append(") AS overwritten FROM log_head WHERE id = 1) h LEFT JOIN (")
                .append(rows)
                .append(") r ON 1 = 1 ORDER BY r.id");
        long[] revision = new long[1];
        boolean[] overwritten = new boolean[1];
        List<Row> found = new ArrayList<>();
        Databases.read(database, connection -> {
            Databases.query(connection, sql, row -> {
                revision[0] = row.getLong(1);
                overwritten[0] = row.getBoolean(2);
                Object id = RecordReader.id(row, 3, declaration);
                if (id != null) {
                    found.add(new Row(id, row.getInt(4), row.getBytes(5)));
                }
            });
            return null;
        });
        return new Part(revision[0], overwritten[0], found);
    }

    /** How many records to read next. */
    private static final class Size {
        private int rows = FEW;

        int rows() {
            return rows;
        }

        void learn(List<Row> block) {
            long bytes = block.stream().mapToLong(row -> row.json().length).sum();
            rows = (int) Math.max(1, Math.min(MANY, block.size() * BLOCK_BYTES / Math.max(1, bytes)));
        }
    }

    /** All records of a resource. */
    private final class Stored implements Snapshot {
        private final Declaration declaration;
        private final Size size = new Size();
        private final long revision;
        private List<Row> first;
        private Object behind;
        private Snapshot logged;
        private boolean over;

        Stored(Declaration declaration) {
            this.declaration = declaration;
            Part part = part(ANY);
            this.revision = part.revision;
            this.first = taken(part);
        }

        Stored(Declaration declaration, long revision) {
            this.declaration = declaration;
            this.revision = revision;
        }

        @Override
        public long revision() {
            return revision;
        }

        @Override
        public List<Row> next() {
            if (first != null) {
                List<Row> rows = first;
                first = null;
                return rows;
            }
            if (logged != null) {
                return logged.next();
            }
            if (over) {
                return List.of();
            }
            Part part = part(revision);
            if (part.isOverwritten) {
                logged = new Logged(declaration, revision, behind, row -> true);
                return logged.next();
            }
            return taken(part);
        }

        private Part part(long since) {
            Sql rows = new Sql().append("SELECT q.id, q.version, q.document FROM " + declaration.table() + " q");
            if (behind != null) {
                rows.append(" WHERE q.id > ").bind(behind);
            }
            rows.append(" ORDER BY q.id LIMIT " + size.rows());
            return read(declaration, since, rows);
        }

        private List<Row> taken(Part part) {
            List<Row> rows = part.rows;
            over = rows.size() < size.rows();
            if (!rows.isEmpty()) {
                behind = rows.get(rows.size() - 1).id();
                size.learn(rows);
            }
            return rows;
        }
    }

    /** The records of ids that were read first. */
    private final class Chosen implements Snapshot {
        private final Declaration declaration;
        private final long revision;
        private final ChosenIds ids;
        private final Size size = new Size();
        private int taken;

        Chosen(Declaration declaration, long revision, ChosenIds ids) {
            this.declaration = declaration;
            this.revision = revision;
            this.ids = ids;
        }

        @Override
        public long revision() {
            return revision;
        }

        @Override
        public List<Row> next() {
            if (taken == ids.size()) {
                return List.of();
            }
            int from = taken;
            taken = Math.min(ids.size(), from + size.rows());
            List<Object> some = ids.between(from, taken);
            Sql sql = new Sql().append("SELECT q.id, q.version, q.document FROM " + declaration.table() + " q WHERE ");
            new ConditionSql(sql).write("q", new Condition.Among(some, declaration.hasWordsAsIds()));
            Part part = read(declaration, revision, sql);
            List<Row> rows = part.isOverwritten ? past.records(declaration, revision, some) : part.rows;
            size.learn(rows);
            return inOrder(some, rows);
        }

        private static List<Row> inOrder(List<Object> ids, List<Row> rows) {
            Map<Object, Row> byId = new HashMap<>();
            rows.forEach(row -> byId.put(row.id(), row));
            return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
        }
    }

    /** Records that the log tells of. */
    private final class Logged implements Snapshot {
        private final Declaration declaration;
        private final long revision;
        private final Predicate<Row> wanted;
        private Object behind;
        private boolean over;

        Logged(Declaration declaration, long revision, Object behind, Predicate<Row> wanted) {
            this.declaration = declaration;
            this.revision = revision;
            this.behind = behind;
            this.wanted = wanted;
        }

        @Override
        public long revision() {
            return revision;
        }

        @Override
        public List<Row> next() {
            List<Row> rows = List.of();
            while (rows.isEmpty() && !over) {
                Past.Block block = past.block(declaration, revision, behind, MANY);
                behind = block.last();
                over = behind == null;
                rows = block.rows().stream().filter(wanted).toList();
            }
            return rows;
        }
    }
}
