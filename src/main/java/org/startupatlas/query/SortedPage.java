package org.startupatlas.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A page, in the order that was asked for, of records that words find so many of that no statement can name them: the
 * database walks the order, and the index tells which of the records have the words. As they are many, they are soon
 * enough for a page.
 */
final class SortedPage {

    /** A stretch of the order, of which a quarter has words that are as frequent as these; so many ids fit a statement. */
    private static final int FIRST_STRETCH = 4;

    private static final int LONGEST_STRETCH = 50_000;

    private final PageCounter counter;
    private final Connection connection;
    private final Query query;
    private final FullText.Found found;

    SortedPage(PageCounter counter, Connection connection, Query query, FullText.Found found) {
        this.counter = counter;
        this.connection = connection;
        this.query = query;
        this.found = found;
    }

    Page read() throws SQLException {
        long revision = RecordReader.revision(connection);
        // The index may not know yet what the database shows: less is promised, never more.
        long known = Math.min(revision, found.revision());
        long began = query.cursor() == null ? known : query.cursor().revision();
        List<Cursor> places = places(began);
        boolean hasMore = places.size() > query.limit();
        List<Cursor> shown = hasMore ? places.subList(0, query.limit()) : places;
        PageCounts counts = counter.count(connection, query, found, revision);
        return new Page(
                RecordReader.findInOrder(
                        connection,
                        query.declaration(),
                        shown.stream().map(Cursor::id).toList()),
                hasMore ? shown.get(shown.size() - 1).text() : null,
                counts.total(),
                counts.facets(),
                began,
                found.isLasting(),
                false);
    }

    /** Where the records of the page stand, and one more if there is one. */
    private List<Cursor> places(long began) throws SQLException {
        List<Cursor> places = new ArrayList<>();
        int length = FIRST_STRETCH * (query.limit() + 1);
        List<Cursor> stretch = KeysetPager.cursors(connection, query, query.cursor(), began, length);
        while (!stretch.isEmpty() && places.size() <= query.limit()) {
            Set<Object> having = found.of(stretch.stream().map(Cursor::id).toList());
            stretch.stream().filter(place -> having.contains(place.id())).forEach(places::add);
            Cursor last = stretch.get(stretch.size() - 1);
            length = Math.min(FIRST_STRETCH * length, LONGEST_STRETCH);
            stretch = KeysetPager.cursors(connection, query, last, began, length);
        }
        return places.subList(0, Math.min(places.size(), query.limit() + 1));
    }
}
