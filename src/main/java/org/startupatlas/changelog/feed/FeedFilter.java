package org.startupatlas.changelog.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.query.ChangeFilter;
import org.startupatlas.query.filter.ConditionMatcher;
import org.startupatlas.record.RecordJson;

/**
 * What changes mean to who keeps a copy of only those records that satisfy a condition: a record that begins to satisfy
 * it enters the copy, one that ceases to leaves it, and what happens to the others is none of its business. Of these,
 * only changes by some keys and of some kinds may be asked for.
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
     * The change as the copy is told of it; empty if it does not concern the copy.
     *
     * @param before the record's JSON before the change, or null if there was none
     */
    Optional<LoggedChange> sift(LoggedChange change, byte[] before) {
        if (!filter.matchesKey(change.writtenBy())) {
            return Optional.empty();
        }
        if (!filter.hasCondition()) {
            return Optional.of(change).filter(each -> filter.matchesOp(each.op()));
        }
        boolean wasIn = isIn(before);
        boolean isIn = isIn(change.document());
        if (!wasIn && !isIn) {
            return Optional.empty();
        }
        return Optional.of(change.as(op(change.op(), wasIn, isIn), isIn)).filter(each -> filter.matchesOp(each.op()));
    }

    /** Being created, deleted and merged is told as it is: a copy does the right thing with it. */
    private static String op(String op, boolean wasIn, boolean isIn) {
        if (!op.equals(UPDATED) || wasIn == isIn) {
            return op;
        }
        return isIn ? ENTERED : LEFT;
    }

    private boolean isIn(byte[] document) {
        return document != null && ConditionMatcher.matches(filter.condition(), RecordJson.read(json, document));
    }
}
