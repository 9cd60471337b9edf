package org.startupatlas.changelog;

/** A slug that another record had, until a moment ago: names are never given again. */
public final class SlugTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SlugTakenException(String resource, String name) {
        super(resource + "/" + name);
    }
}
