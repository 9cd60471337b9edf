package org.startupatlas.bench.fire;

/** A documented guarantee was violated. */
public final class BrokenPromise extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message describes the observed behaviour. */
    public BrokenPromise(String what) {
        super(what);
    }

    BrokenPromise(String what, Throwable cause) {
        super(what, cause);
    }
}
