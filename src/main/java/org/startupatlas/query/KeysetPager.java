package org.startupatlas.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads pages in the order of their sort keys, each from where its cursor stands; one statement for each key range. */
final class KeysetPager {

    /** The sort values follow the revision, the id, the version and the document. */
    private static final int FIRST_SORT_COLUMN = 5;

    /** The sort values follow the id. */
    private static final int FIRST_SORT_COLUMN_OF_KEYS = 2;

    private static final String REVISION = "(SELECT revision FROM log_head) AS revision";

    private final DataSource database;
    private final PageCounter counter;

    KeysetPager(DataSource database, PageCounter counter) {
        this.database = database;
        this.counter = counter;
    }

    /**
     * Reads one page of the records that satisfy the query.
     *
     * @param reached a revision that the database had before. It becomes the page's revision if the first statement
     *     finds no row that states a later one: a revision read after the rows would hide the writes in between
     */
    Page page(Query query, long reached) {
        Databases.Work<Page> reading = connection -> page(connection, query, reached);
        return query.counts() ? Databases.readAtOnce(database, reading) : Databases.read(database, reading);
    }

    Page page(Connection connection, Query query, long reached) throws SQLException {
        Rows rows = new Rows();
        for (KeysetRange range : KeysetRange.of(query)) {
            if (rows.found.size() <= query.limit()) {
                readRange(connection, query, range, rows);
                rows.revision = Math.max(rows.revision, reached);
            }
        }
        return page(query, rows, counts(connection, query, rows.last));
    }

    private PageCounts counts(Connection connection, Query query, long shown) throws SQLException {
        if (!query.counts()) {
            return PageCounts.NONE;
        }
        return counter.count(connection, query, shown < 0 ? RecordReader.revision(connection) : shown);
    }

    /** The rows read so far, the revision of the first range and that of the last; -1 where no row stated it. */
    private static final class Rows {
        private final List<Row> found = new ArrayList<>();
        private final List<List<Object>> sortValues = new ArrayList<>();
        private long revision = -1;
        private long last = -1;
    }

    private static void readRange(Connection connection, Query query, KeysetRange range, Rows rows)
            throws SQLException {
        String table = query.declaration().table();
        Sql sql = new Sql().append("SELECT " + REVISION + ", r.id, r.version, r.document");
        query.sort().forEach(sort -> sql.append(", p." + sort.column()));
        // The page is found first, from indexes where they cover what is asked; only its documents are fetched.
        sql.append(" FROM (");
        // One row more than asked tells whether there is a next page.
        writeKeys(sql, query, range, query.limit() + 1 - rows.found.size());
        sql.append(") p JOIN " + table + " r ON r.id = p.id");
        KeysetRange.writeOrder(sql, "p", query.sort());
        Databases.query(connection, sql, row -> {
            rows.last = row.getLong(1);
            rows.revision = rows.revision < 0 ? rows.last : rows.revision;
            rows.found.add(new Row(RecordReader.id(row, 2, query.declaration()), row.getInt(3), row.getBytes(4)));
            rows.sortValues.add(sortValues(row, FIRST_SORT_COLUMN, query.sort()));
        });
    }

    /** Writes the statement that finds the ids and sort values of the first rows of a range. */
    private static void writeKeys(Sql sql, Query query, KeysetRange range, int limit) {
        sql.append("SELECT q.id");
        query.sort().forEach(sort -> sql.append(", q." + sort.column()));
        sql.append(" FROM " + query.declaration().table() + " q WHERE ");
        new ConditionSql(sql).write("q", query.condition());
        range.write(sql, "q");
        KeysetRange.writeOrder(sql, "q", query.sort());
        sql.append(" LIMIT ").bind(limit);
    }

    /**
     * Reads the cursors of the next records, without the records.
     *
     * @param after the cursor to continue from, or null for the first records
     * @param revision the revision at which the walk began
     */
    static List<Cursor> cursors(Connection connection, Query query, Cursor after, long revision, int limit)
            throws SQLException {
        List<Cursor> cursors = new ArrayList<>();
        for (KeysetRange range : KeysetRange.of(query.sort(), after)) {
            if (cursors.size() < limit) {
                Sql sql = new Sql();
                writeKeys(sql, query, range, limit - cursors.size());
                Databases.query(
                        connection,
                        sql,
                        row -> cursors.add(new Cursor(
                                query.fingerprint(),
                                revision,
                                sortValues(row, FIRST_SORT_COLUMN_OF_KEYS, query.sort()),
                                RecordReader.id(row, 1, query.declaration()))));
            }
        }
        return cursors;
    }

    private static List<Object> sortValues(ResultSet row, int first, List<Sort> sort) throws SQLException {
        List<Object> values = new ArrayList<>(sort.size());
        for (int i = 0; i < sort.size(); i++) {
            values.add(sort.get(i).value(row, first + i));
        }
        return values;
    }

    private static Page page(Query query, Rows rows, PageCounts counts) {
        long revision = query.cursor() == null ? rows.revision : query.cursor().revision();
        boolean hasMore = rows.found.size() > query.limit();
        List<Row> shown = hasMore ? rows.found.subList(0, query.limit()) : rows.found;
        String next = null;
        if (hasMore) {
            int last = query.limit() - 1;
            next = new Cursor(
                            query.fingerprint(),
                            revision,
                            rows.sortValues.get(last),
                            shown.get(last).id())
                    .text();
        }
        return new Page(shown, next, counts.total(), counts.facets(), revision, true, false);
    }
}
