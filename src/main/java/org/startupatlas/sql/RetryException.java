package org.startupatlas.sql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Thrown if concurrent writes interfered with work, which may succeed if it is run again from the beginning. */
public final class RetryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Classes and codes of SQLSTATE: transaction rollback, lock not available, H2's deadlock and lock timeout. */
    private static final Set<String> LOCKS = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    /**
     * The class of integrity constraint violations: a slug that was just taken, a reference to a record that was just
     * deleted.
     */
    private static final String CONSTRAINTS = "23";

    private final boolean isLockConflict;

    private RetryException(String message, Throwable cause, boolean isLockConflict) {
        super(message, cause);
        this.isLockConflict = isLockConflict;
    }

    /** Returns an exception for records that were changed before they could be locked. */
    public static RetryException changedBeforeLock() {
        return new RetryException("records were changed before they could be locked", null, true);
    }

    /** Returns an exception for a slug that a concurrent write has just retired: slugs are never reused. */
    public static RetryException slugTaken(String resource, String slug) {
        return new RetryException(resource + "/" + slug, null, false);
    }

    /** Returns the conflict with concurrent writes that caused a failure, if there is one. */
    public static Optional<RetryException> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetryException conflict) {
                return Optional.of(conflict);
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                boolean isLockConflict = LOCKS.contains(sql.getSQLState());
                if (isLockConflict || sql.getSQLState().startsWith(CONSTRAINTS)) {
                    return Optional.of(new RetryException(sql.getMessage(), failure, isLockConflict));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns whether the conflict is over locks; otherwise it is over a constraint. */
    public boolean isLockConflict() {
        return isLockConflict;
    }
}
