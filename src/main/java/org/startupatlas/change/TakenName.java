package org.startupatlas.change;

/** A name that a record takes, which may never have been given to another of its resource. */
record TakenName(String resource, String name, String recordId) {}
