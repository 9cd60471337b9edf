package org.startupatlas.testing;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.startupatlas.query.expand.Today;

/** A current day that a test sets. */
@Alternative
@Singleton
public class SettableDay extends Today {
    private volatile LocalDate day;

    /** Sets the current day; null is the real one. */
    public void set(LocalDate newDay) {
        day = newDay;
    }

    @Override
    public LocalDate day() {
        return day == null ? super.day() : day;
    }
}
