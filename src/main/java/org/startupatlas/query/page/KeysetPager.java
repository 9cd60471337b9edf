package org.startupatlas.query.page;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.startupatlas.query.Cursor;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.Page;
import org.startupatlas.query.SortKey;
import org.startupatlas.query.filter.ConditionSql;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Reads pages in sort order, each from the position of its cursor; one statement for each key range. */
final class KeysetPager {

    /** In the statement of a page, the sort values follow the revision, the id, the version and the document. */
    private static final int FIRST_SORT_COLUMN = 5;

    /** In the statement of cursors, the sort values follow the id. */
    private static final int FIRST_SORT_COLUMN_OF_CURSORS = 2;

    private static final String REVISION = "(" + RecordLookup.SELECT_REVISION + ") AS revision";

    private final DataSource database;
    private final PageCounter counter;

    KeysetPager(DataSource database, PageCounter counter) {
        this.database = database;
        this.counter = counter;
    }

    /**
     * Reads one page of the records that satisfy the query.
     *
     * @param minRevision a revision that the database has reached. It becomes the page's revision if the first
     *     statement returns no row with a later one: a revision read after the rows would hide the writes in between
     */
    Page page(ListQuery query, long minRevision) {
        Jdbc.Work<Page> work = connection -> page(connection, query, minRevision);
        return query.hasCounts() ? Jdbc.readSnapshot(database, work) : Jdbc.read(database, work);
    }

    Page page(Connection connection, ListQuery query, long minRevision) throws SQLException {
        Rows rows = new Rows();
        for (KeysetRange range : KeysetRange.of(query)) {
            if (rows.records.size() <= query.limit()) {
                readRange(connection, query, range, rows);
                rows.firstRevision = Math.max(rows.firstRevision, minRevision);
            }
        }
        return page(query, rows, counts(connection, query, rows.lastRevision));
    }

    private PageCounts counts(Connection connection, ListQuery query, long revision) throws SQLException {
        if (!query.hasCounts()) {
            return PageCounts.NONE;
        }
        return counter.count(connection, query, revision < 0 ? RecordLookup.revision(connection) : revision);
    }

    /** The rows read so far, with the revisions stated by the first range and by the last; -1 if no row states one. */
    private static final class Rows {
        private final List<StoredRecord> records = new ArrayList<>();
        private final List<List<Object>> sortValues = new ArrayList<>();
        private long firstRevision = -1;
        private long lastRevision = -1;
    }

    private static void readRange(Connection connection, ListQuery query, KeysetRange range, Rows rows)
            throws SQLException {
        String table = query.schema().table();
        SqlBuilder sql = new SqlBuilder().append("SELECT " + REVISION + ", r.id, r.version, r.document");
        query.sort().forEach(sort -> sql.append(", p." + sort.column()));
        // The inner query finds the keys of the page, from a covering index where there is one; only these documents
        // are fetched.
        sql.append(" FROM (");
        // One more row than the limit shows whether there is a next page.
        writeKeyQuery(sql, query, range, query.limit() + 1 - rows.records.size());
        sql.append(") p JOIN " + table + " r ON r.id = p.id");
        KeysetRange.writeOrder(sql, "p", query.sort());
        Jdbc.query(connection, sql, row -> {
            rows.lastRevision = row.getLong(1);
            rows.firstRevision = rows.firstRevision < 0 ? rows.lastRevision : rows.firstRevision;
            rows.records.add(new StoredRecord(RecordLookup.id(row, 2, query.schema()), row.getInt(3), row.getBytes(4)));
            rows.sortValues.add(sortValues(row, FIRST_SORT_COLUMN, query.sort()));
        });
    }

    /** Writes the statement that selects the ids and sort values of the first rows of a range. */
    private static void writeKeyQuery(SqlBuilder sql, ListQuery query, KeysetRange range, int limit) {
        StringBuilder columns = new StringBuilder("r.id");
        query.sort().forEach(sort -> columns.append(", r." + sort.column()));
        sql.append(ConditionSql.select(columns.toString(), query.schema(), query.condition()));
        range.write(sql, "r");
        KeysetRange.writeOrder(sql, "r", query.sort());
        sql.append(" LIMIT ").bind(limit);
    }

    /**
     * Reads the cursors of the next records, without the records.
     *
     * @param after the cursor to continue from, or null for the first records
     * @param revision the revision of the first page
     */
    static List<Cursor> cursors(Connection connection, ListQuery query, Cursor after, long revision, int limit)
            throws SQLException {
        List<Cursor> cursors = new ArrayList<>();
        for (KeysetRange range : KeysetRange.of(query.sort(), after)) {
            if (cursors.size() < limit) {
                SqlBuilder sql = new SqlBuilder();
                writeKeyQuery(sql, query, range, limit - cursors.size());
                Jdbc.query(
                        connection,
                        sql,
                        row -> cursors.add(new Cursor(
                                query.fingerprint(),
                                revision,
                                sortValues(row, FIRST_SORT_COLUMN_OF_CURSORS, query.sort()),
                                RecordLookup.id(row, 1, query.schema()))));
            }
        }
        return cursors;
    }

    private static List<Object> sortValues(ResultSet row, int first, List<SortKey> sort) throws SQLException {
        List<Object> values = new ArrayList<>(sort.size());
        for (int i = 0; i < sort.size(); i++) {
            values.add(sort.get(i).value(row, first + i));
        }
        return values;
    }

    private static Page page(ListQuery query, Rows rows, PageCounts counts) {
        long revision =
                query.cursor() == null ? rows.firstRevision : query.cursor().revision();
        boolean hasMore = rows.records.size() > query.limit();
        List<StoredRecord> records = hasMore ? rows.records.subList(0, query.limit()) : rows.records;
        String next = null;
        if (hasMore) {
            int last = query.limit() - 1;
            next = new Cursor(
                            query.fingerprint(),
                            revision,
                            rows.sortValues.get(last),
                            records.get(last).id())
                    .text();
        }
        return new Page(records, next, counts.total(), counts.facets(), revision, true, false);
    }
}
