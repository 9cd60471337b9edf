package org.startupatlas.query.lookup;

/**
 * A slug that a created or renamed record takes, and that must never have belonged to another record of its resource.
 */
public record SlugClaim(String resource, String name, String recordId) {}
