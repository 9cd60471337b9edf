package org.startupatlas.record.entity;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Folding;
import org.startupatlas.record.NameKeys;

/**
 * The columns that every table of records has beside the id: those that can be queried, and the record's JSON as it is
 * served.
 */
@MappedSuperclass
public abstract class RecordEntity {

    @Column(nullable = false)
    private String slug;

    @Column(nullable = false)
    private int version;

    private byte[] nameKey;

    private byte[] matchKey;

    private byte[] roughKey;

    private byte[] notesKey;

    @Column(nullable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private Instant updatedAt;

    @Column(nullable = false)
    private String document;

    protected RecordEntity() {}

    /** Sets the common columns from a record. {@link #stamp} sets the version, the times and the JSON. */
    protected void setCommon(AtlasRecord record) {
        slug = record.slug();
        nameKey = Folding.key(record.name());
        if (record.name() != null) {
            NameKeys keys = NameKeys.of(record.name());
            matchKey = keys.matchBytes();
            roughKey = keys.roughBytes();
        }
        notesKey = Folding.key(record.notes());
    }

    /**
     * Returns a list as its column holds it: null if it is empty, so that an empty list is a missing value as in other
     * columns.
     */
    protected static String[] nullIfEmpty(List<String> words) {
        return words.isEmpty() ? null : words.toArray(String[]::new);
    }

    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public String document() {
        return document;
    }

    /** Sets the version, the times and the JSON that contains them. */
    public void stamp(int newVersion, Instant created, Instant updated, String json) {
        version = newVersion;
        createdAt = created;
        updatedAt = updated;
        document = json;
    }
}
