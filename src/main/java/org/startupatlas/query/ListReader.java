package org.startupatlas.query;

import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;

/** Reads the pages of lists: of all records that satisfy the filters, or of those among them that words find. */
public final class ListReader {

    private final DataSource database;
    private final RecordReader records;
    private final FullText fullText;

    /** Reads from this database what the filters let through, and from this index what the words find. */
    public ListReader(DataSource database, RecordReader records, FullText fullText) {
        this.database = database;
        this.records = records;
        this.fullText = fullText;
    }

    /**
     * One page of the records that satisfy the query.
     *
     * @param reached a revision that the database had before
     */
    public Page page(Query query, long reached) {
        if (query.words() == null) {
            return records.page(query, reached);
        }
        // Each facet counts what its own filter leaves out.
        List<RequiredCodes> narrowing = query.facets().isEmpty() ? RequiredCodes.of(query.condition()) : List.of();
        return fullText.find(query.declaration(), query.words(), narrowing, found -> page(query, found, reached));
    }

    private Page page(Query query, FullText.Found found, long reached) {
        if (query.isRanked()) {
            return Databases.readAtOnce(
                    database, connection -> new RankedPage(records, connection, query, found).read());
        }
        Iterator<List<Object>> blocks = found.blocks().iterator();
        List<Object> first = blocks.next();
        if (blocks.hasNext()) {
            return Databases.readAtOnce(
                    database, connection -> new SortedPage(records, connection, query, found).read());
        }
        Page page = records.page(query.among(first), reached);
        return new Page(
                page.rows(),
                page.nextCursor(),
                page.total(),
                page.facets(),
                Math.min(page.revision(), found.revision()),
                found.isLasting(),
                false);
    }
}
