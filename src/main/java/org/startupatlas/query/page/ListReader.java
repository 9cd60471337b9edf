package org.startupatlas.query.page;

import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.startupatlas.query.EmptyReason;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.Page;
import org.startupatlas.query.facet.RecordCounter;
import org.startupatlas.query.filter.RequiredCodes;
import org.startupatlas.query.lookup.FullText;
import org.startupatlas.sql.Jdbc;

/** Reads the pages of lists: of all records that satisfy the filters, or of the hits of a search among them. */
@Singleton
public final class ListReader {

    private final DataSource database;
    private final KeysetPager keysetPager;
    private final PageCounter counter;
    private final FullText fullText;
    private final EmptyReasonReader reasons;

    public ListReader(DataSource database, RecordCounter records, FullText fullText) {
        this.database = database;
        this.counter = new PageCounter(records);
        this.keysetPager = new KeysetPager(database, counter);
        this.fullText = fullText;
        this.reasons = new EmptyReasonReader(records);
    }

    /**
     * Reads one page of the records that satisfy the query.
     *
     * @param minRevision a revision that the database has reached
     */
    public Page page(ListQuery query, long minRevision) {
        Page page = query.searchText() == null ? keysetPager.page(query, minRevision) : searchPage(query, minRevision);
        if (!page.records().isEmpty() || !query.explainsEmptyPage()) {
            return page;
        }
        return query.searchText() == null ? emptyPage(query, minRevision) : page.withEmptyReasons(searchReasons(query));
    }

    /** Reads the page again in the same snapshot as the counts; it may no longer be empty. */
    private Page emptyPage(ListQuery query, long minRevision) {
        return Jdbc.readSnapshot(database, connection -> {
            Page page = keysetPager.page(connection, query, minRevision);
            return page.records().isEmpty() ? page.withEmptyReasons(reasons.read(connection, query)) : page;
        });
    }

    private List<EmptyReason> searchReasons(ListQuery query) {
        return fullText.search(
                query.schema(),
                query.searchText(),
                List.of(),
                hits -> Jdbc.readSnapshot(database, connection -> reasons.read(connection, query, hits)));
    }

    private Page searchPage(ListQuery query, long minRevision) {
        // A facet ignores the filter on its own field, so the condition must not restrict the hits.
        List<RequiredCodes> requiredCodes = query.facets().isEmpty() ? RequiredCodes.of(query.condition()) : List.of();
        return fullText.search(
                query.schema(), query.searchText(), requiredCodes, hits -> page(query, hits, minRevision));
    }

    private Page page(ListQuery query, FullText.Hits hits, long minRevision) {
        if (query.isRanked()) {
            return Jdbc.readSnapshot(database, connection -> new RelevancePager(connection, query, hits).read(counter));
        }
        Iterator<List<Object>> batches = hits.batches().iterator();
        List<Object> first = batches.next();
        if (batches.hasNext()) {
            return Jdbc.readSnapshot(
                    database, connection -> new FieldOrderPager(connection, query, hits).read(counter));
        }
        Page page = keysetPager.page(query.restrictedTo(first), minRevision);
        return new Page(
                page.records(),
                page.nextCursor(),
                page.total(),
                page.facets(),
                Math.min(page.revision(), hits.revision()),
                hits.isCacheable(),
                false);
    }
}
