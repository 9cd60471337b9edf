package org.startupatlas.transfer.moving;

/** Why a file is not moved; its message is for whoever asked, and says what to do. */
final class MoveRefused extends RuntimeException {

    MoveRefused(String message) {
        super(message);
    }

    MoveRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
