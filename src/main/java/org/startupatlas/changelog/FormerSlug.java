package org.startupatlas.changelog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A slug or an id that leads to a record no longer, and is never given again. */
@Entity
@Table(name = "former_name")
class FormerSlug {

    /** A name among those of one resource. */
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

    /** Whether the name leads to that record. */
    boolean leadsTo(String id) {
        return id.equals(recordId);
    }

    /**
     * @param recordId the record that the name leads to now; null when it leads to none
     * @param revision the revision that took it out of use
     */
    FormerSlug(Key key, String recordId, long revision) {
        this.key = key;
        this.recordId = recordId;
        this.revision = revision;
    }
}
