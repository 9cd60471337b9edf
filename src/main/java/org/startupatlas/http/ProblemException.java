package org.startupatlas.http;

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

    Problem problem() {
        return problem;
    }
}
