package org.startupatlas.changelog.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.query.ChangeFilter;
import org.startupatlas.query.filter.ConditionMatcher;
import org.startupatlas.record.RecordJson;

/**
 * Filters changes for a copy that holds only the records satisfying a condition: a record that begins to satisfy it
 * enters the copy, one that ceases to satisfy it leaves the copy, and changes of other records are dropped. Changes can
 * also be selected by writing key and by kind.
 */
final class FeedFilter {

    private static final String UPDATED = "updated";
    private static final String ENTERED = "entered";
    private static final String LEFT = "left";

    private final ChangeFilter filter;
    private final ObjectMapper json;

    FeedFilter(ChangeFilter filter, ObjectMapper json) {
        this.filter = filter;
        this.json = json;
    }

    /**
     * Returns the change as it affects the copy; empty if it does not.
     *
     * @param before the record's JSON before the change; null if there was none
     */
    Optional<LoggedChange> apply(LoggedChange change, byte[] before) {
        if (!filter.matchesKey(change.writtenBy())) {
            return Optional.empty();
        }
        if (!filter.hasCondition()) {
            return Optional.of(change).filter(each -> filter.matchesOp(each.op()));
        }
        boolean matchedBefore = matches(before);
        boolean matchesNow = matches(change.document());
        if (!matchedBefore && !matchesNow) {
            return Optional.empty();
        }
        return Optional.of(change.withOp(op(change.op(), matchedBefore, matchesNow), matchesNow))
                .filter(each -> filter.matchesOp(each.op()));
    }

    /** Only updates are translated: creations, deletions and merges already have the right effect on a copy. */
    private static String op(String op, boolean matchedBefore, boolean matchesNow) {
        if (!op.equals(UPDATED) || matchedBefore == matchesNow) {
            return op;
        }
        return matchesNow ? ENTERED : LEFT;
    }

    private boolean matches(byte[] document) {
        return document != null && ConditionMatcher.matches(filter.condition(), RecordJson.read(json, document));
    }
}
