package org.startupatlas.network.opportunity.eligibility;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a startup meets a criterion. */
public enum Answer {
    MET,
    UNMET,
    /** A value that decides it is not known. */
    UNKNOWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether both are met. */
    Answer and(Answer other) {
        return this == UNMET || other == UNMET ? UNMET : this == UNKNOWN || other == UNKNOWN ? UNKNOWN : MET;
    }

    /** Returns met or unmet if one of them is certain, whichever values are meant; otherwise unknown. */
    static Answer of(boolean isCertainlyMet, boolean isCertainlyUnmet) {
        return isCertainlyMet ? MET : isCertainlyUnmet ? UNMET : UNKNOWN;
    }
}
