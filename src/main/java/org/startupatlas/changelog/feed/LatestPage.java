package org.startupatlas.changelog.feed;

import java.util.Objects;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.parameter.PointInTime;

/**
 * Remembers the page that a stream has read last: streams that have caught up all ask for the same next one, which so is
 * read once, not once for each of them.
 */
final class LatestPage {

    private final FeedReader feed;
    private final RevisionTracker watch;
    private volatile Entry latest;

    LatestPage(FeedReader feed, RevisionTracker watch) {
        this.feed = feed;
        this.watch = watch;
    }

    private record Entry(ChangesQuery query, long since, ChangePage page) {

        boolean answers(ChangesQuery asked, long position) {
            return since == position
                    && query.filter().equals(asked.filter())
                    && Objects.equals(query.members(), asked.members())
                    && page.nextSince() > position; // else it tells only that nothing was new then
        }
    }

    /** The page behind a revision. */
    ChangePage behind(ChangesQuery query, long since) {
        Entry known = latest;
        // A page that was read before the latest write may hold what that write has redacted.
        if (known != null && known.page.revision() >= watch.revision() && known.answers(query, since)) {
            return known.page;
        }
        ChangePage page = feed.page(query, PointInTime.ofRevision("since", since));
        latest = new Entry(query, since, page);
        return page;
    }
}
