package org.startupatlas.writing;

import java.util.List;
import org.startupatlas.change.Fault;

/** A write that is refused, and why; nothing was written. */
public final class Refusal extends RuntimeException {

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
    private final transient List<Fault> faults;

    private Refusal(Reason reason, List<String> arguments, List<Fault> faults, Throwable cause) {
        super(reason + " " + arguments + " " + faults, cause, false, false);
        this.reason = reason;
        this.arguments = List.copyOf(arguments);
        this.faults = List.copyOf(faults);
    }

    static Refusal of(Reason reason, String... arguments) {
        return new Refusal(reason, List.of(arguments), List.of(), null);
    }

    static Refusal of(Reason reason, Throwable cause) {
        return new Refusal(reason, List.of(), List.of(), cause);
    }

    static Refusal invalid(List<Fault> faults) {
        return new Refusal(Reason.INVALID, List.of(), faults, null);
    }

    static Refusal notYours(Fault fault) {
        return new Refusal(Reason.NOT_YOURS, List.of(), List.of(fault), null);
    }

    static Refusal externalIdTaken(List<Fault> faults) {
        return new Refusal(Reason.EXTERNAL_ID_TAKEN, List.of(), faults, null);
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
    public List<Fault> faults() {
        return faults;
    }
}
