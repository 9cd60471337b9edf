package org.startupatlas.imports.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A row of a job's report: one refusal, one cell left out, one update, or one possible duplicate. */
@Entity
@Table(name = "import_finding")
public class ReportRow {

    public enum Kind {
        REFUSED,
        LEFT_OUT,
        CHANGED,
        POSSIBLE_DUPLICATE,
        CONFLICT,
        /** A refused row as the file has it. */
        ROW;

        /** The kinds that a summary counts. */
        public static final List<Kind> WITH_CAUSES = List.of(REFUSED, LEFT_OUT, CONFLICT, POSSIBLE_DUPLICATE);

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The job, the number of the row in the file, and the position among the report rows of that row. */
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
     * @param recordId the id of the record whose values the document contains; null if there is none
     * @param document the JSON made by {@link ReportRowJson}
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

    public Kind kind() {
        return Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    public String document() {
        return document;
    }
}
