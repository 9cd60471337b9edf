package org.startupatlas.write;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.startupatlas.changelog.SlugTakenException;
import org.startupatlas.write.request.WriteRejectedException;

/**
 * A failure of a write that is only caused by concurrent writes.
 *
 * @param isLockConflict whether the conflict is over locks; otherwise it is over a constraint
 */
public record Conflict(boolean isLockConflict) {

    /** Classes and codes of SQLSTATE: transaction rollback, lock not available, H2's deadlock and lock timeout. */
    private static final Set<String> LOCKS = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    /**
     * The class of integrity constraint violations: a slug that was just taken, a reference to a record that was just
     * deleted.
     */
    private static final String CONSTRAINTS = "23";

    /** Returns the conflict that caused a failure, if there is one. A rejection is final, whatever caused it. */
    public static Optional<Conflict> of(Throwable failure) {
        if (failure instanceof WriteRejectedException) {
            return Optional.empty();
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetryException) {
                return Optional.of(new Conflict(true));
            }
            if (cause instanceof SlugTakenException) {
                return Optional.of(new Conflict(false));
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                if (LOCKS.contains(sql.getSQLState())) {
                    return Optional.of(new Conflict(true));
                }
                if (sql.getSQLState().startsWith(CONSTRAINTS)) {
                    return Optional.of(new Conflict(false));
                }
            }
        }
        return Optional.empty();
    }
}
