package org.startupatlas.record.entity;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Folding;
import org.startupatlas.record.NameKeys;

/** The columns that every record has beside its id: those that queries use, and the record as the JSON that is served. */
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

    /** Sets the columns that all records have; {@link #stamp} sets the version, the times and the JSON. */
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

    /** Returns a list of words as the value of its column: null when empty, so that no value is null everywhere. */
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
