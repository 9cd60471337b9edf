package org.startupatlas.changelog.read;

import java.util.List;

/**
 * A page of consecutive changes.
 *
 * @param changes in the order of their revisions
 * @param hasMore whether later changes exist already
 * @param nextSince the revision after which the next page begins; on the last page, the latest revision when the page
 *     was read
 * @param revision the latest revision when the page was read
 */
public record ChangePage(List<LoggedChange> changes, boolean hasMore, long nextSince, long revision) {

    public ChangePage {
        changes = List.copyOf(changes);
    }
}
