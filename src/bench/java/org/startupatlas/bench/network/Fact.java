package org.startupatlas.bench.network;

/**
 * That a startup took part in a program, or that a partner invested in it; however often.
 *
 * @param startup the id of the startup
 * @param other the id of the program or of the partner
 */
record Fact(Kind kind, String startup, String other) {

    /** What a startup and the other have to do with each other. */
    enum Kind {
        PARTICIPATION("programs"),
        INVESTMENT("partners");

        private final String resource;

        Kind(String resource) {
            this.resource = resource;
        }

        /** Returns the resource of the other. */
        String resource() {
            return resource;
        }
    }
}
