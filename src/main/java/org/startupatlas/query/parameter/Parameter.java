package org.startupatlas.query.parameter;

import java.util.Objects;

/** One decoded parameter of a request. */
public record Parameter(String name, String value) {

    public Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
