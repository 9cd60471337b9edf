package org.startupatlas.explore.directory;

import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.PageReader.ListOfRecords;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.query.parameter.QueryLimits;

/**
 * Finds the position of a numbered page. Lists are paged by cursors, so the pages before it are read, up to 200 records
 * at a time.
 */
final class PageSequence {

    private PageSequence() {}

    /**
     * The position of a page in its list.
     *
     * @param url the parameters of the list, with the cursor of the page
     * @param first the number of its first record, from 1; 0 if a cursor was sent, whose position is not known
     */
    record Position(PageUrl url, DirectoryRequest request, int first) {

        /** Returns which records the page shows; empty if it shows none, or if its position is not known. */
        String text(Texts texts, int count) {
            return count == 0 || first == 0 ? "" : texts.number(first) + "–" + texts.number(first + count - 1L);
        }

        /** Returns the previous page; null on the first one. */
        String previous() {
            if (first == 0 || request.page() == 2) {
                return request.changed().toString();
            }
            return request.page() == 1 ? null : numbered(request.page() - 1);
        }

        /** Returns the next page; null on the last one. */
        String next(boolean hasMore) {
            return hasMore && request.canContinue() ? numbered(request.page() + 1) : null;
        }

        private String numbered(int number) {
            return request.changed()
                    .with(DirectoryRequest.PAGE, String.valueOf(number))
                    .toString();
        }
    }

    static Position at(PageReader.ListReading lists, DirectoryRequest parameters, Directory directory) {
        PageUrl first = parameters.ofList(directory);
        if (first.value("cursor").isPresent()) {
            return new Position(first, parameters, 0);
        }
        int limit = parameters.limit();
        int before = (parameters.page() - 1) * limit;
        PageUrl keys = first.without("facets", "total").with("fields", "id");
        for (int skipped = 0; skipped < before; ) {
            int step = Math.min(QueryLimits.MAX_LIMIT, before - skipped);
            ListOfRecords list =
                    lists.read(keys.with("limit", String.valueOf(step)).parameters());
            String cursor = list.page().nextCursor();
            if (cursor == null) {
                // There is no such page, for instance since the list has become shorter: the last one is shown.
                int total = skipped + list.records().size();
                return at(lists, parameters.withPage(Math.max(1, (total + limit - 1) / limit)), directory);
            }
            keys = keys.with("cursor", cursor);
            skipped += step;
        }
        PageUrl url =
                keys.value("cursor").map(cursor -> first.with("cursor", cursor)).orElse(first);
        return new Position(url, parameters, before + 1);
    }
}
