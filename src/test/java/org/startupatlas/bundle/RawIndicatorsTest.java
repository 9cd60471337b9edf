package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.indicator.IndicatorRecord;
import org.startupatlas.testing.Atlas;

/** Tests that every target and observation of the raw files is in the indicators, including contradictory ones. */
@QuarkusTest
class RawIndicatorsTest {
    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");

    @Test
    void everyTargetIsInRecord() {
        Spellings spellings = new Spellings();
        RawTable.of("ecosystem/kpi_targets_maroc_digital_2030.csv").check(row -> compareTargets(row, spellings));
    }

    @Test
    void everyObservationIsInRecord() {
        Spellings spellings = new Spellings();
        RawTable.of("ecosystem/kpi_observations.csv").check(row -> compareObservation(row, spellings));
    }

    private static IndicatorRecord indicator(RawTable.Row row) {
        return Atlas.one(IndicatorRecord.class, "/v1/indicators/" + row.cell("code"));
    }

    private static void compareTargets(RawTable.Row row, Spellings spellings) {
        IndicatorRecord indicator = indicator(row);
        RawComparison comparison = new RawComparison(indicator, spellings);
        comparison.same(row.cell("code"), indicator.slug());
        comparison.same(row.cell("label"), indicator.name());
        comparison.same(row.cell("unit"), indicator.unit());
        compareBaseline(row, indicator.baseline(), comparison);
        assertTarget(indicator, row.cell("target_mid"), row.cell("target_mid_year"));
        assertTarget(indicator, row.cell("target_end"), row.cell("target_end_year"));
        comparison.same(row.cell("note"), indicator.notes());
        comparison.sources(row.cell("source"));
    }

    private static void compareBaseline(RawTable.Row row, IndicatorRecord.Baseline baseline, RawComparison comparison) {
        String value = row.cell("baseline");
        String year = row.cell("baseline_year");
        if (value == null) {
            assertNull(baseline);
            assertNull(year);
        } else {
            comparison.same(value, baseline.value().toPlainString());
            comparison.same(year, baseline.period());
        }
    }

    private static void assertTarget(IndicatorRecord indicator, String figure, String year) {
        assertEquals(figure == null, year == null, indicator.slug());
        assertTrue(
                figure == null
                        || indicator.targets().stream()
                                .anyMatch(target -> isValue(figure, target.value(), target.upper())
                                        && target.period().text().equals(RawComparison.dateText(year))),
                () -> indicator.slug() + " has lost " + figure + " in " + year);
    }

    private static void compareObservation(RawTable.Row row, Spellings spellings) {
        IndicatorRecord indicator = indicator(row);
        RawComparison comparison = new RawComparison(indicator, spellings);
        String first = row.cell("source").split(" \\| ")[0];
        boolean seen = indicator.observations().stream()
                .anyMatch(observation -> isValue(row.cell("value"), observation.value(), observation.upper())
                        && observation.period().text().equals(period(row.cell("period")))
                        && row.cell("unit").equals(observation.unit())
                        && (observation.url() == null || first.startsWith(observation.url()))
                        && isInMethodOrNote(row.cell("method_or_note"), observation));
        assertTrue(seen, () -> row + " is not in " + indicator.observations());
        comparison.same(row.cell("code"), indicator.slug());
        comparison.sources(row.cell("source"), claim -> true);
    }

    private static String period(String raw) {
        return raw.equals("undated (2021-22)") ? "2021/2022" : RawComparison.dateText(raw);
    }

    /** Whether the text is the method, the note, or both together. */
    private static boolean isInMethodOrNote(String text, IndicatorRecord.Observation observation) {
        return Stream.of(observation.method(), observation.note(), observation.method() + ", " + observation.note())
                .anyMatch(value -> Objects.equals(text, value));
    }

    private static boolean isValue(String raw, BigDecimal value, BigDecimal upper) {
        Matcher range = RANGE.matcher(raw);
        return range.matches()
                ? raw.equals(value + "-" + upper)
                : upper == null && new BigDecimal(raw).compareTo(value) == 0;
    }
}
