package org.startupatlas.write;

/** What a write has found was changed before it could lock it: it is done again, from the beginning. */
public final class RetryException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
