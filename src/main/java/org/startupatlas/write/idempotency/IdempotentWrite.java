package org.startupatlas.write.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A write that would be known again, and which version of a record it made. */
@Entity
@Table(name = "idempotent_write")
class IdempotentWrite {

    /** Whose write it was, to what, and what the client calls it. */
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

    boolean isOf(String hash) {
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

    /** What a redaction reached, as JSON; null of any other write. */
    String redaction() {
        return redaction;
    }

    void made(String newRecordId, int newVersion, String newRedaction) {
        recordId = newRecordId;
        version = newVersion;
        redaction = newRedaction;
    }
}
