package org.startupatlas.query.lookup;

/**
 * A record as it is stored.
 *
 * @param id a UUID or a code
 * @param version the version, 1 when created
 * @param json the JSON in UTF-8; not copied, because it is never shared
 */
public record StoredRecord(Object id, int version, byte[] json) {}
