package org.startupatlas.http.problem;

import java.util.List;
import org.startupatlas.query.parameter.Violation;

/** Thrown to respond with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.kind().code(), null, false, false);
        this.problem = problem;
    }

    /** Returns a 404 for an unknown path. */
    public static ProblemException unknownPath(String path, String didYouMean) {
        return new ProblemException(Problem.of(ProblemKind.UNKNOWN_PATH, path).meaning(didYouMean));
    }

    /** Returns a 404 for an id or slug without a record. */
    public static ProblemException unknownRecord(String resource, String idOrSlug, String didYouMean) {
        return new ProblemException(
                Problem.of(ProblemKind.UNKNOWN_RECORD, idOrSlug, resource).meaning(didYouMean));
    }

    /** Returns a 406 that lists the available media types. */
    public static ProblemException notAcceptable(String mediaTypes) {
        return new ProblemException(Problem.of(ProblemKind.NOT_ACCEPTABLE, mediaTypes));
    }

    /** Returns a 410 for a record that was deleted at that revision. */
    public static ProblemException gone(String id, long revision) {
        return new ProblemException(Problem.of(ProblemKind.GONE, id, String.valueOf(revision)));
    }

    /** Returns a 404 for a record that was created at a later revision than the requested one. */
    public static ProblemException notYetCreated(String id, long revision) {
        return new ProblemException(Problem.of(ProblemKind.NOT_YET_CREATED, id, String.valueOf(revision)));
    }

    /** Returns a 404 for a version that the record does not have; its versions are 1 to {@code maxVersion}. */
    public static ProblemException unknownVersion(String version, int maxVersion) {
        return new ProblemException(Problem.of(ProblemKind.UNKNOWN_VERSION, version, String.valueOf(maxVersion)));
    }

    /** Returns a 503 for a search that took too long. */
    public static ProblemException searchTimedOut() {
        return new ProblemException(Problem.of(ProblemKind.UNAVAILABLE, List.of(Violation.ofWhole("search-gave-up"))));
    }

    /** Returns a 503 for a search whose index does not exist yet or cannot be updated at the moment. */
    public static ProblemException searchNotReady() {
        return new ProblemException(
                Problem.of(ProblemKind.UNAVAILABLE, List.of(Violation.ofWhole("search-not-ready"))));
    }

    public Problem problem() {
        return problem;
    }
}
