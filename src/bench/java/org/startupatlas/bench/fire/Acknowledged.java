package org.startupatlas.bench.fire;

/**
 * A write that was answered as done, as far as the answer tells.
 *
 * @param op what the log must call it; null where the answer does not tell
 * @param version the version that it made; 0 where the answer does not tell
 * @param revision the revision that it took; 0 where the answer does not tell
 * @param into the record that it became part of; null where it did not
 * @param record the record after it; null when it is gone
 * @param idempotencyKey what the client called it; null where it did not
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
