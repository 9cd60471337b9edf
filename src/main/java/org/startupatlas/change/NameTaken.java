package org.startupatlas.change;

/** A slug that another record had, until a moment ago: names are never given again. */
public final class NameTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NameTaken(String resource, String name) {
        super(resource + "/" + name);
    }
}
