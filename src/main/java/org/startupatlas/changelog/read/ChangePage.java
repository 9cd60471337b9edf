package org.startupatlas.changelog.read;

import java.util.List;

/**
 * Some changes, one behind the other.
 *
 * @param changes in the order of their revisions
 * @param hasMore whether there are more behind them already
 * @param nextSince the revision to go on behind; where there are no more, the one that the log had reached
 * @param revision the one that the log had reached when they were read
 */
public record ChangePage(List<LoggedChange> changes, boolean hasMore, long nextSince, long revision) {

    public ChangePage {
        changes = List.copyOf(changes);
    }
}
