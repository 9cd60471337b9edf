package org.startupatlas.query.parameter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.startupatlas.schema.type.ValueTypes;

/**
 * A point in the change log named by a parameter: a revision or a time.
 *
 * @param parameter the name of the parameter
 * @param text the value of the parameter
 * @param revision the revision, or null if the parameter names a time
 * @param time the time, or null if the parameter names a revision
 */
public record PointInTime(String parameter, String text, Long revision, Instant time) {

    /** Eighteen digits always fit a long, and no log will have more revisions. */
    private static final Pattern REVISION = Pattern.compile("\\d{1,18}");

    public static PointInTime ofRevision(String parameter, long revision) {
        return new PointInTime(parameter, String.valueOf(revision), revision, null);
    }

    /** Parses the value of a parameter; empty if it is neither a revision nor a time. */
    public static Optional<PointInTime> read(String parameter, String text) {
        return revision(text)
                .map(revision -> new PointInTime(parameter, text, revision, null))
                .or(() -> ValueTypes.TIMESTAMP.read(text).map(time -> new PointInTime(parameter, text, null, time)));
    }

    /** Parses a revision; empty if the text is none. */
    static Optional<Long> revision(String text) {
        return REVISION.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** Returns whether the point lies after the end of the log, at its last revision and the current time. */
    public boolean isAfter(long lastRevision, Instant now) {
        return revision != null
                ? revision > lastRevision
                : time.truncatedTo(ChronoUnit.MILLIS).isAfter(now);
    }

    /** Returns the exception for a point after the end of the log. */
    public RejectedException notReached(long lastRevision) {
        return RejectedException.of(
                ProblemKind.INVALID_PARAMETERS,
                Violation.of(parameter, "beyond-revision", text, String.valueOf(lastRevision)));
    }
}
