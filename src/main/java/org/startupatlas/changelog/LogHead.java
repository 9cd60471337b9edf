package org.startupatlas.changelog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The single row that revisions are taken from. */
@Entity
@Table(name = "log_head")
class LogHead {

    /** The id of the single row, which the migration makes. */
    static final int ONLY = 1;

    @Id
    private int id;

    @Column(nullable = false)
    private long revision;

    @Column(nullable = false)
    private Instant at;

    private UUID origin;

    protected LogHead() {}

    /** The revision taken last, 0 when none was. */
    long revision() {
        return revision;
    }

    /** The time of the last change. */
    Instant at() {
        return at;
    }

    /** Gives the log the name that tells it from every other, whose revisions count something else. */
    void begin(UUID name) {
        origin = name;
    }

    /** Takes the next revision, for a change at that time. */
    long next(Instant time) {
        at = time;
        return ++revision;
    }
}
