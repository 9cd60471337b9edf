package org.startupatlas.write;

/** Thrown if records were changed before a write could lock them: the write is retried from the beginning. */
public final class RetryException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
