package org.startupatlas.changelog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/** The log entry of one write to one record. Entries are never deleted. */
@Entity
@Table(name = "change")
public class Change {

    /** The kind of write. */
    public enum Op {
        CREATED,
        UPDATED,
        DELETED,
        MERGED;

        /** Returns the lower-case name, as stored in the column {@code op}. */
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
     * Creates a change that has no revision yet.
     *
     * @param changed the differences, as a JSON array
     * @param document the record's JSON after the change; null if the record is gone
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

    /** Replaces the stored document and differences by redacted ones. */
    void redact(String newDocument, String newChanged) {
        document = newDocument;
        changed = newChanged;
    }

    void writtenBy(String key) {
        writtenBy = key;
    }

    void assignRevision(long newRevision, Instant time) {
        revision = newRevision;
        at = time;
    }

    /** Returns the revision, or null while the change is not appended. */
    public Long revision() {
        return revision;
    }

    public Op op() {
        return Op.valueOf(op.toUpperCase(Locale.ROOT));
    }

    public String resource() {
        return resource;
    }

    public String recordId() {
        return recordId;
    }

    /** Returns the version of the record after the change. */
    public int version() {
        return version;
    }

    /** Returns the differences from the previous version, as a JSON array. */
    public String changed() {
        return changed;
    }

    /** Returns the record's JSON after the change, or null if the record is gone. */
    public String document() {
        return document;
    }

    /** Returns the id of the record into which this one was merged, or null. */
    public String mergedInto() {
        return mergedInto;
    }
}
