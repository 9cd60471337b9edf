package org.startupatlas.dbcopy;

/** A file cannot be copied. The message is printed for the user of the command, and says what to do. */
final class CopyRefusedException extends RuntimeException {

    CopyRefusedException(String message) {
        super(message);
    }

    CopyRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
