package org.startupatlas.network.model;

import java.util.Locale;

/** What a link says of its two ends. */
public enum LinkKind {

    /** A startup in a program; the detail is the outcome. */
    PARTICIPATION(true),

    /** A program and a partner that operates it. */
    OPERATOR,

    /** Two parties of an agreement. It has no direction: the link begins at the smaller key. */
    AGREEMENT,

    /** A party of an agreement and a program that came of it. */
    AGREEMENT_PROGRAM,

    /** A partner that supports an agreement, and one of the parties. */
    SUPPORT,

    /** A partner in a country, from its list of presences; the detail is the kind of presence. */
    PRESENCE,

    /** A startup or a partner and the country of its headquarters. */
    SEAT,

    /** A program and a country in which it is offered. */
    OFFERED_IN,

    /** A startup and a country that it is in or plans to enter; the detail is the mode. */
    MARKET,

    /** A partner and a startup in whose funding round it put money; the detail is the class of the money. */
    INVESTMENT(true),

    /** A partner and another in whose network a source names it. */
    MEMBERSHIP,

    /** A startup and the operator of the site that it is based in. */
    RESIDENCE,

    /** A startup and the partner that maintains its record. */
    STEWARD;

    private final boolean lasting;

    LinkKind() {
        this(false);
    }

    LinkKind(boolean lasting) {
        this.lasting = lasting;
    }

    /** Returns whether those who are linked still know each other after the end: alumni know their program. */
    public boolean isLasting() {
        return lasting;
    }

    /** Returns the word that stands for the kind in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
