package org.startupatlas.write.request;

import java.util.List;
import org.startupatlas.query.parameter.Violation;

/** A rejected write and the reason; nothing was written. */
public final class WriteRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reasons of rejections. */
    public enum Reason {
        /** The record is invalid; the faults are the violations. */
        INVALID,
        /** Another record of the resource has an external id; the faults are the ids. */
        EXTERNAL_ID_TAKEN,
        /** There is no such record; the arguments are the requested id or slug and the resource. */
        UNKNOWN,
        /**
         * The record was merged into another; the arguments are the requested id or slug and the description, id, slug
         * and link of the other record.
         */
        MERGED,
        /** The write does not state which version of the record it changes. */
        UNSEEN,
        /** The record has another version by now; the argument is that version. */
        STALE,
        /** Other records still reference the record; the argument lists them. */
        STILL_NAMED,
        /** The record does not belong to the partner of the key, or the write would change its owner. */
        NOT_YOURS,
        /** A write with the same idempotency key has not ended yet. */
        STILL_RUNNING,
        /** The retries of the write are exhausted, because other writes changed the same records each time. */
        CONTENDED
    }

    private final Reason reason;
    private final transient List<String> arguments;
    private final transient List<Violation> faults;

    private WriteRejectedException(Reason reason, List<String> arguments, List<Violation> faults, Throwable cause) {
        super(reason + " " + arguments + " " + faults, cause, false, false);
        this.reason = reason;
        this.arguments = List.copyOf(arguments);
        this.faults = List.copyOf(faults);
    }

    public static WriteRejectedException of(Reason reason, String... arguments) {
        return new WriteRejectedException(reason, List.of(arguments), List.of(), null);
    }

    public static WriteRejectedException of(Reason reason, Throwable cause) {
        return new WriteRejectedException(reason, List.of(), List.of(), cause);
    }

    public static WriteRejectedException invalid(List<Violation> faults) {
        return new WriteRejectedException(Reason.INVALID, List.of(), faults, null);
    }

    public static WriteRejectedException notYours(Violation fault) {
        return new WriteRejectedException(Reason.NOT_YOURS, List.of(), List.of(fault), null);
    }

    public static WriteRejectedException externalIdTaken(List<Violation> faults) {
        return new WriteRejectedException(Reason.EXTERNAL_ID_TAKEN, List.of(), faults, null);
    }

    public Reason reason() {
        return reason;
    }

    /** Returns the arguments of the reason. */
    public List<String> arguments() {
        return arguments;
    }

    /** Returns the violations in the record. */
    public List<Violation> faults() {
        return faults;
    }
}
