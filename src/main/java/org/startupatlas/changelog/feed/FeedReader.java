package org.startupatlas.changelog.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.changelog.read.ChangeReader;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.schema.ResourceSchema;

/** Reads pages of the change feed, filtered or not. */
@Singleton
public final class FeedReader {

    /**
     * The maximum number of changes scanned for one page, whatever its filter: enough to fill a page when a filter
     * selects one change in twenty, few enough to be read and compared in a fraction of a second and to be held in
     * memory by several requests at once.
     */
    public static final int MAX_SCANNED = 2_000;

    private final ChangeReader log;
    private final ObjectMapper json;

    FeedReader(ChangeReader log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    /** Returns the page after a point in time, with the changes that satisfy the query's filter. */
    ChangePage page(ChangesQuery query, PointInTime since) {
        Optional<String> resource = query.resource().map(ResourceSchema::resource);
        ChangeReader.Parts parts = parts(query);
        if (!query.filter().isSelective()) {
            return log.readAfter(since, resource, parts, query.limit()).page(query.limit());
        }
        Scan scan = new Scan(query);
        // Most pages are short or their filter selects most changes; many changes are read at once only if this one
        // does not.
        scan.read(log.readAfter(since, resource, parts, query.limit()), query.limit());
        if (scan.isIncomplete()) {
            int rest = MAX_SCANNED - scan.scanned;
            scan.read(log.readAfter(PointInTime.ofRevision("since", scan.position), resource, parts, rest), rest);
        }
        return scan.page();
    }

    /** Selects the record only where it is shown or a condition has to be evaluated. */
    private static ChangeReader.Parts parts(ChangesQuery query) {
        boolean hasCondition = query.filter().hasCondition();
        return new ChangeReader.Parts(
                hasCondition || query.shows(ChangesQuery.RECORD), query.shows(ChangesQuery.CHANGED), hasCondition);
    }

    /** A filtered page under construction. */
    private final class Scan {

        private final FeedFilter filter;
        private final int limit;
        private final List<LoggedChange> found = new ArrayList<>();
        private int scanned;
        private boolean hasMore;
        private long position;
        private long revision;

        Scan(ChangesQuery query) {
            this.filter = new FeedFilter(query.filter(), json);
            this.limit = query.limit();
        }

        /** Filters the changes that were read, up to {@code max} changes and until the page is full. */
        void read(ChangeReader.ReadResult result, int max) {
            revision = result.revision();
            hasMore = false;
            int processed = 0;
            for (ChangeReader.Transition transition : result.transitions()) {
                if (processed == max || found.size() == limit) {
                    hasMore = true;
                    return;
                }
                processed++;
                scanned++;
                position = transition.change().revision();
                filter.apply(transition.change(), transition.before()).ifPresent(found::add);
            }
            position = revision;
        }

        boolean isIncomplete() {
            return hasMore && found.size() < limit;
        }

        ChangePage page() {
            return new ChangePage(found, hasMore, position, revision);
        }
    }
}
