package org.startupatlas.record.entity;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Folding;
import org.startupatlas.record.NameKeys;

/**
 * What every record's row holds beside its id: the columns that can be asked for, and the record's JSON as it is
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

    /** Takes over what all records have; the JSON is taken over when the version is stamped. */
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

    /** A list of words as its column holds it: null when there are none, so that no value is no value everywhere. */
    protected static String[] words(List<String> words) {
        return words.isEmpty() ? null : words.toArray(String[]::new);
    }

    /** How often the record was written. */
    public int version() {
        return version;
    }

    /** When the record came to be. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When the record was written last. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** The record's JSON. */
    public String document() {
        return document;
    }

    /** Takes over the version, the times and the JSON that says them. */
    public void stamp(int newVersion, Instant created, Instant updated, String json) {
        version = newVersion;
        createdAt = created;
        updatedAt = updated;
        document = json;
    }
}
