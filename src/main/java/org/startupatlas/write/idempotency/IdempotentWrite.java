package org.startupatlas.write.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A write with an idempotency key, and the version of a record that it created. */
@Entity
@Table(name = "idempotent_write")
class IdempotentWrite {

    /** The public id of the API key, the path, and the value of {@code Idempotency-Key}. */
    @Embeddable
    record Key(String writtenBy, String path, String name) {}

    @EmbeddedId
    private Key key;

    @Column(nullable = false)
    private String bodyHash;

    @Column(nullable = false)
    private Instant createdAt;

    private String recordId;

    private Integer version;

    private String redaction;

    protected IdempotentWrite() {}

    boolean hasBodyHash(String hash) {
        return bodyHash.equals(hash);
    }

    boolean isBefore(Instant time) {
        return createdAt.isBefore(time);
    }

    String recordId() {
        return recordId;
    }

    int version() {
        return version;
    }

    /** Returns the JSON of the reach of a redaction; null for any other write. */
    String redaction() {
        return redaction;
    }

    void setResult(String newRecordId, int newVersion, String newRedaction) {
        recordId = newRecordId;
        version = newVersion;
        redaction = newRedaction;
    }
}
