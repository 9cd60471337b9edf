package org.startupatlas.dbcopy;

/** Why a file is not moved; its message is for whoever asked, and says what to do. */
final class CopyRefusedException extends RuntimeException {

    CopyRefusedException(String message) {
        super(message);
    }

    CopyRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
