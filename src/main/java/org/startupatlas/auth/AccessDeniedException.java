package org.startupatlas.auth;

/** A request that its key, or the lack of one, does not open anything for. */
public final class AccessDeniedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it was denied. */
    public enum Reason {
        /** It takes a key, and none was sent. */
        KEY_MISSING,
        /** The key is wrong, revoked, empty or malformed; which of these, nobody is told. */
        KEY_INVALID,
        /** The key is right, and its role may not do this. */
        ROLE_TOO_SMALL,
        /** The key is unknown, and too many wrong keys came from there. */
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

    /** Why it was denied. */
    public Reason reason() {
        return reason;
    }

    /** The least role that would do, where the role is too small; else null. */
    public Role needed() {
        return needed;
    }

    /** After how many seconds an unknown key is looked up again, where too many were wrong; else 0. */
    public long seconds() {
        return seconds;
    }
}
