package org.startupatlas.writing;

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

    protected IdempotentWrite() {}

    boolean isOf(String hash) {
        return bodyHash.equals(hash);
    }

    String recordId() {
        return recordId;
    }

    int version() {
        return version;
    }

    void made(String newRecordId, int newVersion) {
        recordId = newRecordId;
        version = newVersion;
    }
}
