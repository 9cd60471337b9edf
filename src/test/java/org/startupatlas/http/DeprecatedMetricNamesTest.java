package org.startupatlas.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.startupatlas.imports.Imports;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Metrics;

/** Tests that renamed metrics are published under both names with the same values. */
@QuarkusTest
@TestProfile(ForWriting.class)
class DeprecatedMetricNamesTest {
    private static final Map<String, String> NEW_NAMES = Map.of(
            "atlas_access_total", "atlas_auth_attempts_total",
            "atlas_streams", "atlas_streams_active",
            "atlas_exports", "atlas_exports_active",
            "atlas_block_locked_seconds", "atlas_changelog_lock_held_seconds",
            "atlas_block_locked_before_commit_seconds", "atlas_changelog_lock_held_before_commit_seconds");

    @TestHTTPResource("/v1/changes/stream")
    URI stream;

    @Test
    void renamedMetricsHaveTheSameValuesUnderTheirOldNames() throws IOException {
        Imports.csv("startups", "name\nImported Before the Metrics Are Read\n");
        try (InputStream open = stream.toURL().openStream()) {
            assertEquals('r', open.read(), "the first byte of the first line, retry");
            String metrics = Metrics.text();
            NEW_NAMES.forEach((oldName, newName) -> assertEquals(
                    samples(metrics, newName),
                    samples(metrics, oldName).stream()
                            .map(line -> line.replaceFirst("^" + oldName, newName))
                            .toList()));
            assertTrue(samples(metrics, "atlas_streams_active").contains("atlas_streams_active 1.0"), metrics);
            assertTrue(
                    samples(metrics, "atlas_changelog_lock_held_seconds").stream()
                            .anyMatch(line -> line.matches("atlas_changelog_lock_held_seconds_count [1-9].*")),
                    metrics);
        }
    }

    /** Returns the samples of a metric and of its histogram, without the maximum, which decays with time. */
    private static List<String> samples(String metrics, String name) {
        Pattern sample = Pattern.compile("(?m)^" + name + "(_count|_sum|_bucket)?[{ ].*$");
        List<String> samples = sample.matcher(metrics)
                .results()
                .map(line -> line.group())
                .sorted()
                .toList();
        assertTrue(!samples.isEmpty(), name);
        return samples;
    }
}
