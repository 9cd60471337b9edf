package org.startupatlas.writing;

/** A block that cannot be written because of what others write, or have written, at the same moment. */
public final class BlockConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BlockConflict(String message) {
        super(message);
    }

    BlockConflict(Throwable cause) {
        super(cause);
    }
}
