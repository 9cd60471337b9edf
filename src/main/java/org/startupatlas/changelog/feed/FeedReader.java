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

/** Reads pages of the log for who follows it, as a whole or by a filter. */
@Singleton
public final class FeedReader {

    /**
     * So many changes are looked at for one page at most, whatever its filter: enough for a page of a filter that lets
     * one in twenty through, few enough to be read and compared in a fraction of a second and to be held in memory by
     * several requests at once.
     */
    public static final int MOST_SCANNED = 2_000;

    private final ChangeReader log;
    private final ObjectMapper json;

    FeedReader(ChangeReader log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    /** The page behind a moment; of a filtered one, the changes that its filter lets through. */
    ChangePage page(ChangesQuery query, PointInTime since) {
        Optional<String> resource = query.resource().map(ResourceSchema::resource);
        ChangeReader.Parts parts = parts(query);
        if (!query.filter().isSelective()) {
            return log.behind(since, resource, parts, query.limit()).page(query.limit());
        }
        Scan scan = new Scan(query);
        // Most pages are short or let most changes through; only if this one does not are many changes read at once.
        scan.read(log.behind(since, resource, parts, query.limit()), query.limit());
        if (scan.goesOn()) {
            int rest = MOST_SCANNED - scan.scanned;
            scan.read(log.behind(PointInTime.ofRevision("since", scan.position), resource, parts, rest), rest);
        }
        return scan.page();
    }

    /** Records are read only where they are shown or have to satisfy something. */
    private static ChangeReader.Parts parts(ChangesQuery query) {
        boolean hasCondition = query.filter().hasCondition();
        return new ChangeReader.Parts(
                hasCondition || query.shows(ChangesQuery.RECORD), query.shows(ChangesQuery.CHANGED), hasCondition);
    }

    /** A filtered page under construction. */
    private final class Scan {

        private final FeedFilter sieve;
        private final int limit;
        private final List<LoggedChange> found = new ArrayList<>();
        private int scanned;
        private boolean hasMore;
        private long position;
        private long revision;

        Scan(ChangesQuery query) {
            this.sieve = new FeedFilter(query.filter(), json);
            this.limit = query.limit();
        }

        /** Sifts what was read, up to so many changes and until the page is full. */
        void read(ChangeReader.Reach reach, int most) {
            revision = reach.revision();
            hasMore = false;
            int here = 0;
            for (ChangeReader.Transition transition : reach.transitions()) {
                if (here == most || found.size() == limit) {
                    hasMore = true;
                    return;
                }
                here++;
                scanned++;
                position = transition.change().revision();
                sieve.sift(transition.change(), transition.before()).ifPresent(found::add);
            }
            position = revision;
        }

        boolean goesOn() {
            return hasMore && found.size() < limit;
        }

        ChangePage page() {
            return new ChangePage(found, hasMore, position, revision);
        }
    }
}
