package org.startupatlas.bench.fire;

/** The product did not do what it promises. */
public final class BrokenPromise extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** That is what it did. */
    public BrokenPromise(String what) {
        super(what);
    }

    BrokenPromise(String what, Throwable cause) {
        super(what, cause);
    }
}
