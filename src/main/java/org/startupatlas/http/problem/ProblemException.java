package org.startupatlas.http.problem;

import java.util.List;
import org.startupatlas.query.parameter.Violation;

/** A request that ends with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Ends a request with this problem. */
    public ProblemException(Problem problem) {
        super(problem.kind().code(), null, false, false);
        this.problem = problem;
    }

    /** There is nothing at this path. */
    public static ProblemException unknownPath(String path, String didYouMean) {
        return new ProblemException(Problem.of(ProblemKind.UNKNOWN_PATH, path).meaning(didYouMean));
    }

    /** The resource has no such record. */
    public static ProblemException unknownRecord(String resource, String idOrSlug, String didYouMean) {
        return new ProblemException(
                Problem.of(ProblemKind.UNKNOWN_RECORD, idOrSlug, resource).meaning(didYouMean));
    }

    /** The path is there, but not for this method. */
    public static ProblemException methodNotAllowed(String method) {
        return new ProblemException(Problem.of(ProblemKind.METHOD_NOT_ALLOWED, method));
    }

    /** The client takes none of the media types that there are. */
    public static ProblemException notAcceptable(String mediaTypes) {
        return new ProblemException(Problem.of(ProblemKind.NOT_ACCEPTABLE, mediaTypes));
    }

    /** The record is no more, since that revision. */
    public static ProblemException gone(String id, long revision) {
        return new ProblemException(Problem.of(ProblemKind.GONE, id, String.valueOf(revision)));
    }

    /** The record was first written at a later revision than the one asked for. */
    public static ProblemException notYetCreated(String id, long revision) {
        return new ProblemException(Problem.of(ProblemKind.NOT_YET_CREATED, id, String.valueOf(revision)));
    }

    /** The record has no such version, but those from 1 to another. */
    public static ProblemException unknownVersion(String version, int greatest) {
        return new ProblemException(Problem.of(ProblemKind.UNKNOWN_VERSION, version, String.valueOf(greatest)));
    }

    /** The search took too long. */
    public static ProblemException searchGaveUp() {
        return new ProblemException(Problem.of(ProblemKind.UNAVAILABLE, List.of(Violation.ofWhole("search-gave-up"))));
    }

    /** The index of the search is not there yet, or cannot follow at this moment. */
    public static ProblemException searchNotReady() {
        return new ProblemException(
                Problem.of(ProblemKind.UNAVAILABLE, List.of(Violation.ofWhole("search-not-ready"))));
    }

    public Problem problem() {
        return problem;
    }
}
