package org.startupatlas.imports.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.UUID;

/** What the report of a job tells of one row. */
@Entity
@Table(name = "import_finding")
public class ReportRow {

    /** What is told. */
    public enum Kind {
        REFUSED,
        CHANGED,
        POSSIBLE_DUPLICATE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The job, the number of the row, and which of several things that are told of it. */
    @Embeddable
    public record Key(UUID job, long rowNo, int position) {}

    @EmbeddedId
    private Key key;

    @Column(nullable = false)
    private String kind;

    private String recordId;

    @Column(nullable = false)
    private String document;

    protected ReportRow() {}

    /**
     * @param recordId of the record whose values it repeats; null where there is none
     * @param document what is told, as JSON
     */
    ReportRow(Key key, Kind kind, String recordId, String document) {
        this.key = key;
        this.kind = kind.code();
        this.recordId = recordId;
        this.document = document;
    }

    public Key key() {
        return key;
    }

    Kind kind() {
        return Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    public String document() {
        return document;
    }
}
