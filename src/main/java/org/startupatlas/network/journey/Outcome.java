package org.startupatlas.network.journey;

/** What is known of a startup, a milestone and a window. Each startup of a cohort has exactly one. */
enum Outcome {

    /** It reached the milestone within the window. */
    REACHED,

    /** The window has passed, and a source says of a later day that it had not. */
    NOT_REACHED,

    /** The window has not passed on the day, and nothing says that it has reached it. */
    NOT_YET,

    /** It had reached the milestone before it took part. */
    BEFORE,

    /** Any other case: dates that leave it open, or no record of it. */
    UNKNOWN
}
