package org.startupatlas.changelog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The single row that holds the latest revision. */
@Entity
@Table(name = "log_head")
class LogHead {

    /** The id of the single row, which a migration inserts. */
    static final int SINGLE_ID = 1;

    @Id
    private int id;

    @Column(nullable = false)
    private long revision;

    @Column(nullable = false)
    private Instant at;

    private UUID origin;

    protected LogHead() {}

    /** Returns the latest revision, or 0 if the log is empty. */
    long revision() {
        return revision;
    }

    Instant at() {
        return at;
    }

    /**
     * Assigns the origin id, which distinguishes this log from those of other databases, whose revisions count other
     * changes.
     */
    void begin(UUID id) {
        origin = id;
    }

    /** Increments the revision for a change at the given time and returns it. */
    long next(Instant time) {
        at = time;
        return ++revision;
    }
}
