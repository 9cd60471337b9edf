package org.startupatlas.write.request;

import java.util.List;
import org.startupatlas.query.parameter.Violation;

/** A write that is refused, and why; nothing was written. */
public final class WriteRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a write is refused. */
    public enum Reason {
        /** The record breaks rules; the faults say which. */
        INVALID,
        /** Another record of the resource has an external id; the faults say which. */
        EXTERNAL_ID_TAKEN,
        /** There is no such record; the arguments are what was asked for and the resource. */
        UNKNOWN,
        /**
         * The record was merged into another; the arguments are what was asked for and the other's description, id, slug
         * and link.
         */
        MERGED,
        /** Nothing says which version of the record was seen. */
        UNSEEN,
        /** The record has another version by now; the argument is its version. */
        STALE,
        /** Others still name the record; the argument lists them. */
        STILL_NAMED,
        /** The record does not belong to the key's partner, or the write would change whom it belongs to. */
        NOT_YOURS,
        /** A write with the same idempotency key has not ended yet. */
        STILL_RUNNING,
        /** Others write the same records, again and again. */
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

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What the reason names. */
    public List<String> arguments() {
        return arguments;
    }

    /** What is wrong with the record. */
    public List<Violation> faults() {
        return faults;
    }
}
