package org.startupatlas.network.route;

import org.startupatlas.network.model.RecordKey;

/** What a node is in a chain, which decides which steps may follow. */
public enum Role {

    /** The startup at the beginning. */
    STARTUP(RecordKey.STARTUPS),

    /** A program that the startup was in, or at which a chain begins. */
    PROGRAM(RecordKey.PROGRAMS),

    /** A partner that deals with the startup itself, or by agreement with one that does. */
    CONTACT(RecordKey.PARTNERS),

    /** A network that a contact belongs to. It is no contact: members of one network need not know each other. */
    NETWORK(RecordKey.PARTNERS),

    /**
     * A partner that others introduce: a member of a contact's network, a supporter of its agreement, or a party to an
     * agreement with a network that it belongs to.
     */
    ACQUAINTANCE(RecordKey.PARTNERS),

    /** A program that a partner of the chain operates, and that the startup was not in. */
    NEXT_PROGRAM(RecordKey.PROGRAMS),

    /** A country, at which a chain ends. */
    COUNTRY(RecordKey.COUNTRIES);

    private final String resource;

    Role(String resource) {
        this.resource = resource;
    }

    /** Returns the resource of the nodes that can have the role. */
    String resource() {
        return resource;
    }

    /** Returns the role of a node at which a chain begins. */
    public static Role ofBeginning(RecordKey node) {
        return switch (node.resource()) {
            case RecordKey.STARTUPS -> STARTUP;
            case RecordKey.PROGRAMS -> PROGRAM;
            case RecordKey.PARTNERS -> CONTACT;
            default -> COUNTRY;
        };
    }
}
