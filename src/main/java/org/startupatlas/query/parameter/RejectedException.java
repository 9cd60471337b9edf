package org.startupatlas.query.parameter;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Thrown if a request or a file is rejected for a reason that its sender can act on; nothing was written. It has no
 * stack trace, because it is expected, and no cause, because it is final: a write that waited in vain for a lock and is
 * rejected for that is not retried.
 */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final transient List<String> arguments;
    private final transient List<Violation> violations;
    private final String didYouMean;
    private final transient Survivor mergedInto;
    private final long secondsToWait;

    /** The record that another one was merged into. */
    @Schema(description = "The record that the one in question was merged into; only with the code merged.")
    public record Survivor(
            @Schema(maxLength = 64) String id,
            @Schema(maxLength = 200) String slug,
            @Schema(maxLength = 65_536, format = "uri-reference") String link) {}

    private RejectedException(
            ProblemKind kind,
            List<String> arguments,
            List<Violation> violations,
            String didYouMean,
            Survivor mergedInto,
            long secondsToWait) {
        super(Objects.requireNonNull(kind, "kind") + " " + arguments + " " + violations, null, false, false);
        this.kind = kind;
        this.arguments = List.copyOf(arguments);
        this.violations = List.copyOf(violations);
        this.didYouMean = didYouMean;
        this.mergedInto = mergedInto;
        this.secondsToWait = secondsToWait;
    }

    /**
     * Returns a rejection without violations.
     *
     * @param arguments the arguments of the message of the kind
     */
    public static RejectedException of(ProblemKind kind, String... arguments) {
        return new RejectedException(kind, List.of(arguments), List.of(), null, null, 0);
    }

    /** Returns a rejection with violations; its suggestion is that of a single violation. */
    public static RejectedException of(ProblemKind kind, List<Violation> violations) {
        String didYouMean = violations.size() == 1 ? violations.get(0).didYouMean() : null;
        return new RejectedException(kind, List.of(), violations, didYouMean, null, 0);
    }

    public static RejectedException of(ProblemKind kind, Violation violation) {
        return of(kind, List.of(violation));
    }

    /**
     * Returns the rejection of a file that cannot be read, or only up to a line.
     *
     * @param line the line at which reading ended, from 1; 0 for the file as a whole
     */
    public static RejectedException unreadableFile(long line, String code, String... arguments) {
        return of(ProblemKind.MALFORMED_REQUEST, Violation.ofLine(line, code, arguments));
    }

    /** Returns a rejection after which the sender must wait for some seconds. */
    public static RejectedException tooManyRequests(Violation violation, long secondsToWait) {
        return new RejectedException(
                ProblemKind.TOO_MANY_REQUESTS, List.of(), List.of(violation), null, null, secondsToWait);
    }

    /**
     * Returns the rejection of an unknown path.
     *
     * @param didYouMean the nearest path, or null
     */
    public static RejectedException unknownPath(String path, String didYouMean) {
        return new RejectedException(ProblemKind.UNKNOWN_PATH, List.of(path), List.of(), didYouMean, null, 0);
    }

    /**
     * Returns the rejection of an id or slug without a record.
     *
     * @param didYouMean the nearest slug, or null
     */
    public static RejectedException unknownRecord(String resource, String idOrSlug, String didYouMean) {
        return new RejectedException(
                ProblemKind.UNKNOWN_RECORD, List.of(idOrSlug, resource), List.of(), didYouMean, null, 0);
    }

    /**
     * Returns the rejection of a write to a record that was merged into another.
     *
     * @param description how messages refer to the other record
     */
    public static RejectedException merged(String idOrSlug, String description, Survivor survivor) {
        return new RejectedException(ProblemKind.MERGED, List.of(idOrSlug, description), List.of(), null, survivor, 0);
    }

    /** Returns the type of the problem. */
    public ProblemKind kind() {
        return kind;
    }

    /** Returns the arguments of the message of the kind. */
    public List<String> arguments() {
        return arguments;
    }

    /** Returns all that is wrong; empty if there is no more to report than the kind. */
    public List<Violation> violations() {
        return violations;
    }

    /** Returns the nearest valid word, or null. */
    public String didYouMean() {
        return didYouMean;
    }

    /** Returns the record that the requested one was merged into, or null. */
    public Survivor mergedInto() {
        return mergedInto;
    }

    /** Returns the seconds after which the request may succeed; 0 if they are not known. */
    public long secondsToWait() {
        return secondsToWait;
    }
}
