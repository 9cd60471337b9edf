package org.startupatlas.query.lookup;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A slug or id that no longer belongs to a live record, and is never assigned to another record. */
@Entity
@Table(name = "former_name")
class FormerSlug {

    /** A slug or id, unique within its resource. */
    @Embeddable
    record Key(String resource, String name) {}

    @EmbeddedId
    private Key key;

    private String recordId;

    @Column(nullable = false)
    private long revision;

    protected FormerSlug() {}

    String name() {
        return key.name();
    }

    /** Returns whether the slug redirects to the given record. */
    boolean redirectsTo(String id) {
        return id.equals(recordId);
    }

    /**
     * Creates the row of a retired slug.
     *
     * @param recordId the record to which the slug redirects; null for none
     * @param revision the revision that retired it
     */
    FormerSlug(Key key, String recordId, long revision) {
        this.key = key;
        this.recordId = recordId;
        this.revision = revision;
    }
}
