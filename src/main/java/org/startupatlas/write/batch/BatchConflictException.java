package org.startupatlas.write.batch;

/** A block that cannot be written because of what others write, or have written, at the same moment. */
public final class BatchConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BatchConflictException(String message) {
        super(message);
    }

    BatchConflictException(Throwable cause) {
        super(cause);
    }
}
