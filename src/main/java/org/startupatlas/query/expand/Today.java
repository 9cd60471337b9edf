package org.startupatlas.query.expand;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The current day in Morocco, for answers that depend on it. */
@Singleton
public class Today {

    /** The time zone of days without one. */
    public static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

    private final Clock clock;

    public Today() {
        this(Clock.system(MOROCCO));
    }

    protected Today(Clock clock) {
        this.clock = clock;
    }

    /** Returns the current day. */
    public LocalDate day() {
        return LocalDate.now(clock);
    }
}
