package org.startupatlas.network.model;

/** The truth of a statement, as far as it is known. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN
}
