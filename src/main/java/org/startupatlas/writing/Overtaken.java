package org.startupatlas.writing;

/** What a write has found was changed before it could lock it: it is done again, from the beginning. */
final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
