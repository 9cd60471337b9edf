package org.startupatlas.write.batch;

/** Thrown if a batch cannot be written because of concurrent or earlier writes of others. */
public final class BatchConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BatchConflictException(String message) {
        super(message);
    }

    BatchConflictException(Throwable cause) {
        super(cause);
    }
}
