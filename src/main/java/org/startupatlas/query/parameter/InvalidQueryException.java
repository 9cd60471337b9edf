package org.startupatlas.query.parameter;

import java.util.List;

/** A request whose parameters are wrong: all that is wrong with them. */
public final class InvalidQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /** Refuses a request for these reasons. */
    public InvalidQueryException(List<Violation> violations) {
        super(violations.toString(), null, false, false);
        this.violations = List.copyOf(violations);
    }

    /** What is wrong, all of it. */
    public List<Violation> violations() {
        return violations;
    }
}
