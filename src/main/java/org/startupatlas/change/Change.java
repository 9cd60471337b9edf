package org.startupatlas.change;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/** One write of one record, as the log keeps it for ever. */
@Entity
@Table(name = "change")
public class Change {

    @Id
    private Long revision;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false)
    private String op;

    @Column(nullable = false)
    private String resource;

    @Column(name = "record_id", nullable = false)
    private String recordId;

    @Column(nullable = false)
    private int version;

    private String document;

    protected Change() {}

    /** A record written for the first time. */
    public static Change created(String resource, String recordId, String document) {
        Change change = new Change();
        change.op = "created";
        change.resource = Objects.requireNonNull(resource);
        change.recordId = Objects.requireNonNull(recordId);
        change.version = 1;
        change.document = Objects.requireNonNull(document);
        return change;
    }

    void take(long newRevision, Instant time) {
        revision = newRevision;
        at = time;
    }
}
