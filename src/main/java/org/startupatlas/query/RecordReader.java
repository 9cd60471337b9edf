package org.startupatlas.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads records from the database as the JSON they were stored with. Plain statements, one round trip each; how many
 * there are depends on what is asked, never on how many records there are.
 */
public final class RecordReader {

    /** A statement that takes longer is given up. */
    public static final int LONGEST_SECONDS = Databases.LONGEST_SECONDS;

    /** How many slugs are looked through for the one that was meant; it must not cost more than the answer is worth. */
    private static final int SIMILAR_SLUGS = 200;

    /** A block of records is read in a few milliseconds, and is a few megabytes. */
    private static final int BLOCK = 1_000;

    /** Behind the revision, the id, the version and the document. */
    private static final int FIRST_SORT_COLUMN = 5;

    private static final int BEHIND_ID = 2;

    private static final String REVISION = "(SELECT revision FROM log_head) AS revision";

    private final DataSource database;
    private final Tallies tallies;

    /** Reads from this database, whose log tells what became of the records that were counted. */
    public RecordReader(DataSource database, Replacements log) {
        this.database = database;
        this.tallies = new Tallies(log);
    }

    /**
     * One page of the records that satisfy the query.
     *
     * @param reached a revision that the database had before; it is said of a page when the first statement finds no
     *     row that could tell a later one, because a revision read after the rows would hide what came between
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
        return page(query, rows, counts(connection, query, rows.told));
    }

    /** What this node has counted. */
    Tallies tallies() {
        return tallies;
    }

    /** All that can be counted of these records, at one moment. */
    public Census census(Map<Declaration, List<Facet>> facets) {
        return Databases.readAtOnce(database, connection -> {
            long revision = revision(connection);
            Map<Declaration, List<FacetCounts>> counts = new HashMap<>();
            for (Map.Entry<Declaration, List<Facet>> each : facets.entrySet()) {
                Map<Figure, Map<Object, Long>> counted =
                        tallies.counts(connection, revision, each.getKey(), Figure.all(each.getKey(), each.getValue()));
                counts.put(each.getKey(), facets(each.getKey(), each.getValue(), counted));
            }
            return new Census(revision, counts);
        });
    }

    /** How many records lists have, at one moment. */
    NamedLists.Sizes sizes(Map<NamedList, NamedLists.Read> lists) {
        return Databases.readAtOnce(database, connection -> {
            long revision = revision(connection);
            Map<NamedList, Long> sizes = new HashMap<>();
            for (Map.Entry<NamedList, NamedLists.Read> each : lists.entrySet()) {
                Declaration declaration = each.getValue().declaration();
                Figure figure = Figure.records(declaration);
                Map<Figure, Map<Object, Long>> counts = tallies.counts(
                        connection,
                        revision,
                        declaration,
                        Map.of(figure, each.getValue().condition()));
                sizes.put(each.getKey(), number(counts, figure));
            }
            return new NamedLists.Sizes(revision, sizes);
        });
    }

    private static long number(Map<Figure, Map<Object, Long>> counts, Figure records) {
        return counts.getOrDefault(records, Map.of()).getOrDefault(Figure.NONE, 0L);
    }

    /** What is counted beside a page. */
    record Counts(OptionalLong total, List<FacetCounts> facets) {

        private static final Counts NONE = new Counts(OptionalLong.empty(), List.of());
    }

    /**
     * What the query counts of all records that satisfy it.
     *
     * @param told the revision that the connection shows, or less than 0 where nothing has told it yet
     */
    Counts counts(Connection connection, Query query, long told) throws SQLException {
        if (!query.counts()) {
            return Counts.NONE;
        }
        long revision = told < 0 ? revision(connection) : told;
        return counts(query, tallies.counts(connection, revision, query.declaration(), figures(query)));
    }

    /** What the query counts of the records that words have found, and that satisfy it. */
    Counts counts(Connection connection, Query query, FullText.Found found, long revision) throws SQLException {
        if (!query.counts()) {
            return Counts.NONE;
        }
        Map<Figure, Map<Object, Long>> sums = new HashMap<>();
        Iterator<List<Object>> blocks = found.blocks().iterator();
        while (blocks.hasNext()) {
            Map<Figure, Condition> ofBlock = figures(query.among(blocks.next()));
            tallies.counts(connection, revision, query.declaration(), ofBlock)
                    .forEach((figure, counts) ->
                            counts.forEach((value, count) -> sums.computeIfAbsent(figure, first -> new HashMap<>())
                                    .merge(value, count, Long::sum)));
        }
        return counts(query, sums);
    }

    private static Map<Figure, Condition> figures(Query query) {
        Map<Figure, Condition> figures = Figure.all(query.declaration(), query.facets());
        if (query.total()) {
            figures.put(Figure.records(query.declaration()), query.condition());
        }
        return figures;
    }

    private static Counts counts(Query query, Map<Figure, Map<Object, Long>> counts) {
        Declaration declaration = query.declaration();
        return new Counts(
                query.total() ? OptionalLong.of(number(counts, Figure.records(declaration))) : OptionalLong.empty(),
                facets(declaration, query.facets(), counts));
    }

    private static List<FacetCounts> facets(
            Declaration declaration, List<Facet> facets, Map<Figure, Map<Object, Long>> counts) {
        return facets.stream()
                .map(facet -> FacetCounts.of(facet, counts.getOrDefault(Figure.values(declaration, facet), Map.of())))
                .toList();
    }

    static long revision(Connection connection) throws SQLException {
        return Databases.number(connection, new Sql().append("SELECT revision FROM log_head"));
    }

    /** The record of that id or slug. */
    public Optional<Row> find(Declaration declaration, String idOrSlug) {
        if (idOrSlug.indexOf('\0') >= 0) {
            return Optional.empty(); // PostgreSQL cannot even be asked for it
        }
        Sql sql = new Sql().append(select(declaration) + " WHERE ");
        if (declaration.hasWordsAsIds() || !ValueTypes.isUuid(idOrSlug)) {
            sql.append("slug = ").bind(idOrSlug);
        } else {
            sql.append("id = ").bind(UUID.fromString(idOrSlug));
        }
        return Databases.read(database, connection -> rows(connection, declaration, sql).stream()
                .findFirst());
    }

    /** Keeps others from changing a record until the current transaction ends. */
    public void lock(Declaration declaration, Object id) {
        Sql sql = new Sql()
                .append("SELECT id FROM " + declaration.table() + " WHERE id = ")
                .bind(id)
                .append(" FOR UPDATE");
        Databases.read(database, connection -> {
            Databases.query(connection, sql, row -> {
                // that it is locked is all
            });
            return null;
        });
    }

    /** The slug of the record of that id. */
    public Optional<String> slug(Declaration declaration, Object id) {
        Sql sql = new Sql()
                .append("SELECT slug FROM " + declaration.table() + " WHERE id = ")
                .bind(id);
        return Databases.read(
                database, connection -> slugs(connection, sql).stream().findFirst());
    }

    private static List<String> slugs(Connection connection, Sql sql) throws SQLException {
        List<String> slugs = new ArrayList<>();
        Databases.query(connection, sql, row -> slugs.add(row.getString(1)));
        return slugs;
    }

    /** The records of a small resource, all of them, in the order of their ids. */
    public List<Row> all(Declaration declaration) {
        Sql sql = new Sql().append(select(declaration) + " ORDER BY id");
        return Databases.read(database, connection -> rows(connection, declaration, sql));
    }

    /**
     * A block of a resource's records, in the order of their ids; an empty one at the end. Each block is read by itself,
     * so that however many there are, nobody waits and little is held.
     *
     * @param behind the id of the last record of the block before, or null for the first
     */
    public List<Row> block(Declaration declaration, Object behind) {
        Sql sql = new Sql().append(select(declaration));
        if (behind != null) {
            sql.append(" WHERE id > ").bind(behind);
        }
        sql.append(" ORDER BY id LIMIT " + BLOCK);
        return Databases.read(database, connection -> rows(connection, declaration, sql));
    }

    /** The records of these ids that there are, in no order. */
    public List<Row> find(Declaration declaration, List<Object> ids) {
        return Databases.read(database, connection -> find(connection, declaration, ids));
    }

    static List<Row> find(Connection connection, Declaration declaration, List<Object> ids) throws SQLException {
        Sql sql = new Sql().append(select(declaration) + " r WHERE ");
        new ConditionSql(sql).write("r", new Condition.Among(ids, declaration.hasWordsAsIds()));
        return rows(connection, declaration, sql);
    }

    /** The records of these ids that there are, in the order of the ids. */
    static List<Row> findInOrder(Connection connection, Declaration declaration, List<Object> ids) throws SQLException {
        Map<Object, Row> rows = new HashMap<>();
        find(connection, declaration, ids).forEach(row -> rows.put(row.id(), row));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** The slugs that begin as this one does. */
    List<String> slugsLike(Declaration declaration, String slug) {
        String askable = slug.replace("\0", "");
        String prefix = askable.substring(0, Math.min(2, askable.length()));
        Sql sql = new Sql()
                .append("SELECT slug FROM " + declaration.table() + " WHERE slug >= ")
                .bind(prefix)
                .append(" AND slug < ")
                .bind(prefix + Character.MAX_VALUE)
                .append(" ORDER BY slug LIMIT " + SIMILAR_SLUGS);
        return Databases.read(database, connection -> slugs(connection, sql));
    }

    static Object id(ResultSet row, int column, Declaration declaration) throws SQLException {
        return declaration.hasWordsAsIds() ? row.getString(column) : row.getObject(column, UUID.class);
    }

    static String select(Declaration declaration) {
        return "SELECT id, version, document FROM " + declaration.table();
    }

    static List<Row> rows(Connection connection, Declaration declaration, Sql sql) throws SQLException {
        List<Row> rows = new ArrayList<>();
        Databases.query(
                connection, sql, row -> rows.add(new Row(id(row, 1, declaration), row.getInt(2), row.getBytes(3))));
        return rows;
    }

    /** What was read so far, and where the last row within the limit stands. */
    private static final class Rows {
        private final List<Row> found = new ArrayList<>();
        private final List<List<Object>> sortValues = new ArrayList<>();
        private long revision = -1;
        private long told = -1;
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
            rows.told = row.getLong(1);
            rows.revision = rows.revision < 0 ? rows.told : rows.revision;
            rows.found.add(new Row(id(row, 2, query.declaration()), row.getInt(3), row.getBytes(4)));
            rows.sortValues.add(sortValues(row, FIRST_SORT_COLUMN, query.sort()));
        });
    }

    /** Writes the statement that finds the ids and sort values of the first rows of a range. */
    private static void writeKeys(Sql sql, Query query, KeysetRange range, int most) {
        sql.append("SELECT q.id");
        query.sort().forEach(sort -> sql.append(", q." + sort.column()));
        sql.append(" FROM " + query.declaration().table() + " q WHERE ");
        new ConditionSql(sql).write("q", query.condition());
        range.write(sql, "q");
        KeysetRange.writeOrder(sql, "q", query.sort());
        sql.append(" LIMIT ").bind(most);
    }

    /**
     * Where the next records of a walk stand, without reading them.
     *
     * @param behind where the walk stands, or null at its beginning
     * @param revision the revision at which it began
     */
    static List<Cursor> places(Connection connection, Query query, Cursor behind, long revision, int most)
            throws SQLException {
        List<Cursor> places = new ArrayList<>();
        for (KeysetRange range : KeysetRange.of(query.sort(), behind)) {
            if (places.size() < most) {
                Sql sql = new Sql();
                writeKeys(sql, query, range, most - places.size());
                Databases.query(
                        connection,
                        sql,
                        row -> places.add(new Cursor(
                                query.fingerprint(),
                                revision,
                                sortValues(row, BEHIND_ID, query.sort()),
                                id(row, 1, query.declaration()))));
            }
        }
        return places;
    }

    private static List<Object> sortValues(ResultSet row, int first, List<Sort> sort) throws SQLException {
        List<Object> values = new ArrayList<>(sort.size());
        for (int i = 0; i < sort.size(); i++) {
            values.add(sort.get(i).value(row, first + i));
        }
        return values;
    }

    private static Page page(Query query, Rows rows, Counts counts) {
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
