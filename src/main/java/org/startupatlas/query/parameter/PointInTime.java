package org.startupatlas.query.parameter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.startupatlas.schema.type.ValueTypes;

/**
 * A point in the log that a request names: a revision or a time.
 *
 * @param parameter where the request names it
 * @param text as the request names it
 * @param revision the revision, or null where a time is named
 * @param time the time, or null where a revision is named
 */
public record PointInTime(String parameter, String text, Long revision, Instant time) {

    /** Eighteen digits are more than any log will have, and fit a long. */
    private static final Pattern REVISION = Pattern.compile("\\d{1,18}");

    /** A revision. */
    public static PointInTime ofRevision(String parameter, long revision) {
        return new PointInTime(parameter, String.valueOf(revision), revision, null);
    }

    /** What a parameter's text names; empty if it is neither a revision nor a time. */
    public static Optional<PointInTime> read(String parameter, String text) {
        return revision(text)
                .map(revision -> new PointInTime(parameter, text, revision, null))
                .or(() -> ValueTypes.TIMESTAMP.read(text).map(time -> new PointInTime(parameter, text, null, time)));
    }

    /** The revision that a text names; empty if it names none. */
    static Optional<Long> revision(String text) {
        return REVISION.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** Whether it lies beyond what has been written when the log has reached that revision, at that time. */
    public boolean isAfter(long lastRevision, Instant now) {
        return revision != null
                ? revision > lastRevision
                : time.truncatedTo(ChronoUnit.MILLIS).isAfter(now);
    }

    /** The refusal of a moment that lies beyond the revision reached. */
    public InvalidQueryException notReached(long lastRevision) {
        return new InvalidQueryException(
                List.of(Violation.of(parameter, "beyond-revision", text, String.valueOf(lastRevision))));
    }
}
