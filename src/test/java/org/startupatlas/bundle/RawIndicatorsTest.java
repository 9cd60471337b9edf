package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.resource.indicator.IndicatorRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.RealBundle;

/** Tests that every target and observation of the raw files is in the indicators, including contradictory ones. */
@QuarkusTest
@TestProfile(RealBundle.class)
class RawIndicatorsTest {
    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");
    private static final Set<String> UNITS = Set.of("count", "percent", "rank", "index", "MAD", "USD", "EUR");

    /** Codes that are one quantity, which is one indicator. */
    private static final Map<String, String> MERGED =
            Map.of("funding_ma", "startup_funding", "funding_ma_h1", "startup_funding");

    /** The periods of pages without a date; null where it cannot be told. */
    private static final Map<String, String> UNDATED = Map.of(
            "undated (2021-22)", "2021/2022",
            "undated (2024-25)", "2024/2025",
            "undated (about 2018)", "2018",
            "undated (told by Alliance Ventures)", "");

    /** Indicators whose row among the targets is of no plan. */
    private static final Set<String> OF_NO_PLAN = Set.of("technopark_cities", "accelerator_startups");

    @ParameterizedTest
    @EnumSource
    void everyTargetIsInRecord(RawCollection collection) {
        Spellings spellings = new Spellings();
        collection
                .table("kpi_targets_maroc_digital_2030")
                .check(row -> compareTargets(row, new RawComparison(indicator(row), spellings, collection)));
    }

    @ParameterizedTest
    @EnumSource
    void everyObservationIsInRecord(RawCollection collection) {
        Spellings spellings = new Spellings();
        collection
                .table("kpi_observations")
                .check(row -> compareObservation(row, new RawComparison(indicator(row), spellings, collection)));
    }

    @Test
    void mergedIndicatorsLeadToTheOneTheyBecame() {
        MERGED.forEach((code, merged) -> assertEquals(
                merged,
                Atlas.one(IndicatorRecord.class, "/v1/indicators/" + code).slug()));
    }

    private static IndicatorRecord indicator(RawTable.Row row) {
        String code = row.cell("code");
        return Atlas.one(IndicatorRecord.class, "/v1/indicators/" + MERGED.getOrDefault(code, code));
    }

    private static void compareTargets(RawTable.Row row, RawComparison comparison) {
        IndicatorRecord indicator = indicator(row);
        comparison.same(row.cell("code"), indicator.slug());
        comparison.same(OF_NO_PLAN.contains(indicator.slug()) ? null : "maroc_digital_2030", indicator.framework());
        assertTrue(
                Stream.concat(
                                Stream.of(indicator.name()),
                                indicator.otherNames().stream().map(OtherName::name))
                        .anyMatch(row.cell("label")::equals),
                () -> indicator.slug() + " is not called as in " + row);
        comparison.same(unit(row.cell("unit")), indicator.unit());
        comparison.sameOrClaimed("unit", row.cell("unit"), indicator.unit());
        compareBaseline(row, indicator.baseline(), comparison);
        RawSource source = RawSource.first(row.cell("source"));
        assertTarget(indicator, row.cell("target_mid"), row.cell("target_mid_year"), source);
        assertTarget(indicator, row.cell("target_end"), row.cell("target_end_year"), source);
        String note = row.cell("note");
        comparison.collected("notes", note, Objects.equals(note, indicator.notes()), row.cell("source"));
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

    private static void assertTarget(IndicatorRecord indicator, String figure, String year, RawSource source) {
        assertEquals(figure == null, year == null, indicator.slug());
        assertTrue(
                figure == null
                        || indicator.targets().stream()
                                .anyMatch(target -> isValue(figure, target.value(), target.upper())
                                        && isPeriod(year, target.period())
                                        && Objects.equals(source.url(), target.url())
                                        && source.publisher().equals(target.publisher())),
                () -> indicator.slug() + " has lost " + figure + " in " + year);
    }

    private static void compareObservation(RawTable.Row row, RawComparison comparison) {
        IndicatorRecord indicator = indicator(row);
        RawSource first = RawSource.first(row.cell("source"));
        String unit = row.cell("unit");
        Stream<IndicatorRecord.Observation> seen = indicator.slug().equals("technopark_programme_target")
                ? indicator.targets().stream().map(RawIndicatorsTest::asObservation)
                : indicator.observations().stream();
        IndicatorRecord.Observation found = seen.filter(
                        observation -> isValue(row.cell("value"), observation.value(), observation.upper())
                                && isPeriod(row.cell("period"), observation.period())
                                && unit(unit).equals(observation.unit())
                                && Objects.equals(first.url(), observation.url())
                                && first.publisher().equals(observation.publisher())
                                && isInMethodOrNote(row.cell("method_or_note"), observation))
                .findFirst()
                .orElseThrow(() -> new AssertionError(row + " is not in " + indicator.observations()));
        compareUnit(row, unit, found, comparison);
        comparison.same(MERGED.getOrDefault(row.cell("code"), row.cell("code")), indicator.slug());
        comparison.sources(row.cell("source"));
        if (row.cell("period").matches(".*\\?|undated .*")) {
            comparison.assertUnverified("observations", row.cell("period"));
        }
    }

    /** The file has the target of one program as an observation. */
    private static IndicatorRecord.Observation asObservation(IndicatorRecord.Target target) {
        return new IndicatorRecord.Observation(
                target.period(),
                target.value(),
                target.upper(),
                "count",
                target.scope(),
                target.publisher(),
                target.url(),
                null,
                target.note());
    }

    /** What is counted, where it is not in the name of the indicator, is the scope or a claim. */
    private static void compareUnit(
            RawTable.Row row, String raw, IndicatorRecord.Observation observation, RawComparison comparison) {
        if (!UNITS.contains(raw) && !raw.equals(observation.scope())) {
            String said = row.cell("value") + " " + raw + " (" + row.cell("period") + ")";
            assertTrue(
                    comparison.isClaimed("observations", said) || comparison.isClaimed("targets", said),
                    () -> row + " has lost its unit");
        }
    }

    private static String unit(String raw) {
        if (UNITS.contains(raw)) {
            return raw;
        }
        return raw.startsWith("index") ? "index" : "count";
    }

    private static boolean isPeriod(String raw, PartialDate period) {
        String text = UNDATED.containsKey(raw) ? UNDATED.get(raw) : RawComparison.dateText(raw);
        return text.equals(period == null ? "" : period.text());
    }

    /** Whether the text, or our sentence for it, is the method, the note, or both together. */
    private static boolean isInMethodOrNote(String text, IndicatorRecord.Observation observation) {
        return Stream.of(observation.method(), observation.note(), observation.method() + ", " + observation.note())
                .anyMatch(value -> Objects.equals(text, value) || Rewordings.isSame(text, value));
    }

    private static boolean isValue(String raw, BigDecimal value, BigDecimal upper) {
        Matcher range = RANGE.matcher(raw);
        return range.matches()
                ? raw.equals(value + "-" + upper)
                : upper == null && new BigDecimal(raw).compareTo(value) == 0;
    }
}
