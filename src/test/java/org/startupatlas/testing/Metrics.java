package org.startupatlas.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics of the application. */
public final class Metrics {
    private Metrics() {}

    /** Returns the value of a sample, which is named with its labels. */
    public static double value(String sample) {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(sample) + " (\\S+)$").matcher(text());
        assertTrue(line.find(), sample);
        return Double.parseDouble(line.group(1));
    }

    /** Returns how often the log was locked. */
    public static long lockCount() {
        return (long) value("atlas_changelog_lock_held_seconds_count");
    }

    /** Returns all metrics as text. */
    public static String text() {
        return Atlas.get(200, "/q/metrics").asString();
    }
}
