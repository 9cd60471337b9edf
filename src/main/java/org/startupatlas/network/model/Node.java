package org.startupatlas.network.model;

/** A record that links connect. */
public sealed interface Node permits Startup, Program, Partner, Country {

    RecordKey key();

    String id();

    String slug();

    int version();

    String name();
}
