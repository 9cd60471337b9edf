package org.startupatlas.network.journey;

import java.util.Locale;

/** What a step of a journey is. Of steps with the same date, the order is this one. */
public enum StepKind {
    FOUNDED,

    /** In a program. */
    PARTICIPATION,

    /** Money came in. */
    ROUND,

    /** It prepares, explores or tries out a market. */
    MARKET_PLANNED,

    /** It names a market, and how far it has come there is not known; or it has withdrawn. */
    MARKET,

    MARKET_ENTERED,

    /** It entered a market with a company of its own. */
    ENTITY_ABROAD,

    /** It was sold, merged or listed. */
    EXIT,

    CLOSED;

    /** Returns the word that stands for the kind in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
