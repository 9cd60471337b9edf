package org.startupatlas.auth;

/** Thrown when a request is rejected because its key is missing, invalid or lacks the required role. */
public final class AccessDeniedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public enum Reason {
        /** A key is required and none was sent. */
        KEY_MISSING,
        /** The key is wrong, revoked, empty or malformed; the response does not disclose which. */
        KEY_INVALID,
        /** The key is valid, but its role is insufficient. */
        ROLE_TOO_SMALL,
        /** The key is unknown, and too many wrong keys came from the address. */
        TOO_MANY_WRONG_KEYS
    }

    private final Reason reason;
    private final Role needed;
    private final long seconds;

    private AccessDeniedException(Reason reason, Role needed, long seconds) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.needed = needed;
        this.seconds = seconds;
    }

    static AccessDeniedException keyMissing() {
        return new AccessDeniedException(Reason.KEY_MISSING, null, 0);
    }

    static AccessDeniedException keyInvalid() {
        return new AccessDeniedException(Reason.KEY_INVALID, null, 0);
    }

    static AccessDeniedException roleTooSmall(Role needed) {
        return new AccessDeniedException(Reason.ROLE_TOO_SMALL, needed, 0);
    }

    static AccessDeniedException tooManyWrongKeys(long seconds) {
        return new AccessDeniedException(Reason.TOO_MANY_WRONG_KEYS, null, seconds);
    }

    public Reason reason() {
        return reason;
    }

    /** Returns the minimum role if the role is insufficient; otherwise null. */
    public Role needed() {
        return needed;
    }

    /** Returns the seconds until an unknown key is looked up again after too many wrong keys; otherwise 0. */
    public long seconds() {
        return seconds;
    }
}
