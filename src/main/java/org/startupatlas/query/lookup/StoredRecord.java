package org.startupatlas.query.lookup;

/**
 * A record as it is stored.
 *
 * @param id a UUID or a word
 * @param version how often it was written
 * @param json its JSON, UTF-8; shared with nobody, so not copied
 */
public record StoredRecord(Object id, int version, byte[] json) {}
