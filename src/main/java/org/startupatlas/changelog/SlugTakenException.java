package org.startupatlas.changelog;

/**
 * Thrown when a record takes a slug that a concurrent write has just retired from another record: slugs are never
 * reused.
 */
public final class SlugTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SlugTakenException(String resource, String name) {
        super(resource + "/" + name);
    }
}
