package org.startupatlas.query;

import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;

/** Reads the pages of lists: of all records that satisfy the filters, or of those among them that words find. */
@Singleton
public final class ListReader {

    private final DataSource database;
    private final KeysetPager keyset;
    private final PageCounter counter;
    private final FullText fullText;
    private final EmptyReasonReader reasons;

    /** Reads from this database what the filters let through, and from this index what the words find. */
    public ListReader(DataSource database, RecordCounter records, FullText fullText) {
        this.database = database;
        this.counter = new PageCounter(records);
        this.keyset = new KeysetPager(database, counter);
        this.fullText = fullText;
        this.reasons = new EmptyReasonReader(records);
    }

    /**
     * One page of the records that satisfy the query.
     *
     * @param reached a revision that the database had before
     */
    public Page page(Query query, long reached) {
        Page page = query.words() == null ? keyset.page(query, reached) : pageOfWords(query, reached);
        if (!page.rows().isEmpty() || !query.tellsWhyEmpty()) {
            return page;
        }
        return query.words() == null ? emptyPage(query, reached) : page.because(reasonsBesideWords(query));
    }

    /** Reads the page once more, together with the counts: it may be empty no longer. */
    private Page emptyPage(Query query, long reached) {
        return Databases.readAtOnce(database, connection -> {
            Page page = keyset.page(connection, query, reached);
            return page.rows().isEmpty() ? page.because(reasons.read(connection, query)) : page;
        });
    }

    private List<EmptyReason> reasonsBesideWords(Query query) {
        return fullText.find(
                query.declaration(),
                query.words(),
                List.of(),
                found -> Databases.readAtOnce(database, connection -> reasons.read(connection, query, found)));
    }

    private Page pageOfWords(Query query, long reached) {
        // Each facet counts what its own filter leaves out.
        List<RequiredCodes> narrowing = query.facets().isEmpty() ? RequiredCodes.of(query.condition()) : List.of();
        return fullText.find(query.declaration(), query.words(), narrowing, found -> page(query, found, reached));
    }

    private Page page(Query query, FullText.Found found, long reached) {
        if (query.isRanked()) {
            return Databases.readAtOnce(
                    database, connection -> new RankedPage(counter, connection, query, found).read());
        }
        Iterator<List<Object>> blocks = found.blocks().iterator();
        List<Object> first = blocks.next();
        if (blocks.hasNext()) {
            return Databases.readAtOnce(
                    database, connection -> new SortedPage(counter, connection, query, found).read());
        }
        Page page = keyset.page(query.among(first), reached);
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
