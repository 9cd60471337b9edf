package org.startupatlas.bench.fire;

/**
 * An acknowledged write, with the values of its response.
 *
 * @param op the expected operation in the log; null if unknown
 * @param version the new version; 0 if unknown
 * @param revision its revision; 0 if unknown
 * @param into the survivor of a merge, or null
 * @param record the record after the write; null if it was deleted
 * @param idempotencyKey the key of the write, or null
 */
record Acknowledged(
        String op,
        String resource,
        String id,
        int version,
        long revision,
        String into,
        String record,
        String idempotencyKey) {}
