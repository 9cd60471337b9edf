package org.startupatlas.changelog.feed;

import java.util.Objects;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.query.parameter.PointInTime;

/**
 * Caches the page that was read last by any stream: streams that have caught up all request the same next page, which
 * is thus read only once.
 */
final class LatestPage {

    private final FeedReader feed;
    private final RevisionTracker revisionTracker;
    private volatile Entry latest;

    LatestPage(FeedReader feed, RevisionTracker revisionTracker) {
        this.feed = feed;
        this.revisionTracker = revisionTracker;
    }

    private record Entry(ChangesQuery query, long since, ChangePage page) {

        boolean answers(ChangesQuery other, long position) {
            return since == position
                    && query.filter().equals(other.filter())
                    && Objects.equals(query.members(), other.members())
                    && page.nextSince() > position; // an empty page may be outdated
        }
    }

    /** Returns the page after a revision. */
    ChangePage pageAfter(ChangesQuery query, long since) {
        Entry cached = latest;
        // A page read before the latest write may contain values that this write has redacted.
        if (cached != null && cached.page.revision() >= revisionTracker.revision() && cached.answers(query, since)) {
            return cached.page;
        }
        ChangePage page = feed.page(query, PointInTime.ofRevision("since", since));
        latest = new Entry(query, since, page);
        return page;
    }
}
