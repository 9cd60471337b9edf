package org.startupatlas.changelog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/** One write of one record, as the log keeps it for ever. */
@Entity
@Table(name = "change")
public class Change {

    /** What was done to the record. */
    public enum Op {
        CREATED,
        UPDATED,
        DELETED,
        MERGED;

        /** As the log writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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

    @Column(nullable = false)
    private String changed;

    private String document;

    private String writtenBy;

    private String mergedInto;

    protected Change() {}

    /**
     * A change that has no revision yet.
     *
     * @param changed what differs, as a JSON array
     * @param document the record's JSON after it; null when it is gone
     */
    Change(Op op, String resource, String recordId, int version, String changed, String document, String mergedInto) {
        this.op = op.word();
        this.resource = Objects.requireNonNull(resource);
        this.recordId = Objects.requireNonNull(recordId);
        this.version = version;
        this.changed = Objects.requireNonNull(changed);
        this.document = document;
        this.mergedInto = mergedInto;
    }

    /** Tells less from now on. */
    void redact(String newDocument, String newChanged) {
        document = newDocument;
        changed = newChanged;
    }

    void writtenBy(String key) {
        writtenBy = key;
    }

    void logged(long newRevision, Instant time) {
        revision = newRevision;
        at = time;
    }

    /** The revision that the log gave it; null as long as it has none. */
    public Long revision() {
        return revision;
    }

    /** What was done. */
    public Op op() {
        return Op.valueOf(op.toUpperCase(Locale.ROOT));
    }

    /** The resource of the record. */
    public String resource() {
        return resource;
    }

    /** The id of the record. */
    public String recordId() {
        return recordId;
    }

    /** The version that it made. */
    public int version() {
        return version;
    }

    /** What differs from the version before, as a JSON array. */
    public String changed() {
        return changed;
    }

    /** The record's JSON after it; null when it is gone. */
    public String document() {
        return document;
    }

    /** The record that it became part of, or null. */
    public String mergedInto() {
        return mergedInto;
    }
}
