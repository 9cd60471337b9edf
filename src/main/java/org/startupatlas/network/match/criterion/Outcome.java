package org.startupatlas.network.match.criterion;

/** What came of a comparison. */
public enum Outcome {
    MET,
    UNMET,
    UNKNOWN
}
