package org.startupatlas.changelog;

/** A name that a record takes, which may never have been given to another of its resource. */
record SlugClaim(String resource, String name, String recordId) {}
