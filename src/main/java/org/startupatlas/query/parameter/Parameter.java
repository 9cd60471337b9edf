package org.startupatlas.query.parameter;

import java.util.Objects;

/** One parameter of a request, decoded. */
public record Parameter(String name, String value) {

    public Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
