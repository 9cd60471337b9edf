package org.startupatlas.network.model;

/**
 * The place in a record that proves a link.
 *
 * @param record the record
 * @param slug its slug
 * @param name its name
 * @param pointer the place of the proof in its JSON (RFC 6901)
 */
public record Evidence(RecordKey record, String slug, String name, String pointer) {}
