package org.startupatlas.writing;

/** A record that is named was removed at the same moment. */
final class ReferenceLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReferenceLost(String resource, String id) {
        super(resource + "/" + id);
    }
}
