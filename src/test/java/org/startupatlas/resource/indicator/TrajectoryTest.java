package org.startupatlas.resource.indicator;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.SettableDay;
import org.startupatlas.testing.Writes;

/** Tests the gap, the required growth and the state from each source to each target. */
@QuarkusTest
@TestProfile(ForWriting.class)
class TrajectoryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    @Inject
    SettableDay today;

    @BeforeEach
    void setDay() {
        today.set(DAY);
    }

    @AfterEach
    void resetDay() {
        today.set(null);
    }

    @Test
    void withoutObservationsTheBaselineIsTheStart() {
        JsonNode ways = trajectory("startups_labelled");
        assertEquals(2, ways.size(), "one for each target");
        assertEquals("2026", ways.get(0).get("to_period").textValue());
        assertEquals(
                Atlas.json(
                        """
                        {"publisher":null,"from_period":"2022","from_value":380,"target_publisher":"souss.digital",
                         "to_period":"2030","to_value":3000,"scope":null,"gap":2620,"years":8,"yearly_growth":0.294694,
                         "state":"unknown","reason":"no_figure"}"""),
                Atlas.json(ways.get(1).toString()));
    }

    @Test
    void tenYearsToTheTargetAreTenYears() {
        write(
                "Ten years",
                """
                "baseline":{"value":1,"period":"2020-06"},"targets":[{"value":1024,"period":"2030-06"}]""");
        JsonNode way = trajectory("ten-years").get(0);
        assertEquals("10", way.get("years").toString());
        assertEquals("1", way.get("yearly_growth").toString());
    }

    @Test
    void growthFromZeroIsNull() {
        JsonNode way = trajectory("accelerator_startups").get(0);
        assertEquals(60, way.get("gap").intValue());
        assertTrue(way.get("yearly_growth").isNull());
    }

    @Test
    void growthOverAFewDaysIsNull() {
        write(
                "Tomorrow",
                """
                "baseline":{"value":1,"period":"2030-12-30"},"targets":[{"value":10,"period":"2030"}]""");
        assertTrue(trajectory("tomorrow").get(0).get("yearly_growth").isNull());
    }

    @Test
    void targetWithoutAFigureIsUnknown() {
        JsonNode ways = trajectory("digital_gdp");
        assertEquals(1, ways.size());
        assertTrue(ways.get(0).get("from_value").isNull());
        assertTrue(ways.get(0).get("gap").isNull());
        assertEquals("unknown", ways.get(0).get("state").textValue());
        assertEquals("no_figure", ways.get(0).get("reason").textValue());
        assertEquals(0, trajectory("startupblink_rank_ma").size(), "a figure without a target has no trajectory");
    }

    @Test
    void eachSourceHasATrajectoryToEachTarget() {
        write(
                "Followed",
                """
                "unit":"count","baseline":{"value":1,"period":"2020"},
                "targets":[{"value":400,"period":"2030","publisher":"a"},{"value":50,"period":"2026","publisher":"a"},
                           {"value":200,"period":"2030-12","publisher":"b"}],
                "observations":[{"period":"2028","value":100,"publisher":"x"},
                                {"period":"2024","value":10,"publisher":"x","unit":"count"},
                                {"period":"2030","value":150,"publisher":"y"},
                                {"period":"2029","value":9,"publisher":"z","unit":"percent"}]""");
        List<String> ways = new ArrayList<>();
        trajectory("followed")
                .forEach(way -> ways.add(way.get("publisher").textValue() + " to "
                        + way.get("target_publisher").textValue() + " "
                        + way.get("to_period").textValue() + ": "
                        + way.get("gap")));
        assertEquals(
                List.of(
                        "x to a 2026: -50",
                        "y to a 2026: -100",
                        "x to a 2030: 300",
                        "y to a 2030: 250",
                        "x to b 2030-12: 100",
                        "y to b 2030-12: 50"),
                ways);
    }

    @Test
    void figuresOfOtherScopesAreNotCompared() {
        write(
                "Scoped",
                """
                "unit":"MAD","baseline":{"value":10,"period":"2023"},
                "targets":[{"value":40,"period":"2030","scope":"strategy"}],
                "observations":[{"period":"2025","value":30,"publisher":"x","scope":"customs"},
                                {"period":"2025","value":20,"publisher":"y","unit":"USD","scope":"strategy"},
                                {"period":"2025","value":15,"publisher":"z","scope":"strategy"}]""");
        JsonNode ways = trajectory("scoped");
        assertEquals(1, ways.size());
        assertEquals("z", ways.get(0).get("publisher").textValue());
        assertEquals("strategy", ways.get(0).get("scope").textValue());
    }

    /** The line goes from 100 at the end of 2020 to 200 at the end of 2030. */
    @ParameterizedTest
    @CsvSource({
        "2025, 150, on_track,",
        "2025, 154, on_track,",
        "2025, 146, on_track,",
        "2025, 156, ahead,",
        "2025, 144, behind,",
        "2030, 200, on_track,",
        "2031, 201, on_track,",
        "2031, 194, behind,",
        "2020, 150, unknown, no_line",
        "2019, 150, unknown, no_line"
    })
    void stateIsTheDistanceFromTheLine(String period, int value, String state, String reason) {
        today.set(LocalDate.of(Math.max(2022, Integer.parseInt(period) + 1), 6, 1));
        write(
                "Line " + period + " " + value,
                """
                "baseline":{"value":100,"period":"2020"},"targets":[{"value":200,"period":"2030"}],
                "observations":[{"period":"%s","value":%d,"publisher":"x"}]"""
                        .formatted(period, value));
        JsonNode way = trajectory("line-" + period + "-" + value).get(0);
        assertEquals(state, way.get("state").textValue());
        assertEquals(reason, way.get("reason").textValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No observation  | \"period\":null,\"value\":null                             | no_figure",
                "Without a value | \"period\":\"2025\",\"value\":null                       | no_figure",
                "Another scope   | \"period\":\"2025\",\"value\":150,\"scope\":\"customs\"  | other_scope",
                "Another unit    | \"period\":\"2025\",\"value\":150,\"unit\":\"USD\"       | other_unit",
                "Long ago        | \"period\":\"2021\",\"value\":150                        | outdated"
            })
    void unknownStateHasAReason(String name, String observation, String reason) {
        write(
                name,
                """
                "unit":"MAD","baseline":{"value":100,"period":"2020"},"targets":[{"value":200,"period":"2030"}],
                "observations":[{"publisher":"x",%s}]"""
                        .formatted(observation));
        JsonNode way =
                trajectory(name.toLowerCase(Locale.ROOT).replace(' ', '-')).get(0);
        assertEquals("unknown", way.get("state").textValue());
        assertEquals(reason, way.get("reason").textValue());
    }

    @Test
    void targetBelowTheBaselineIsApproachedFromAbove() {
        write(
                "Rank",
                """
                "unit":"rank","baseline":{"value":100,"period":"2020"},"targets":[{"value":50,"period":"2030"}],
                "observations":[{"period":"2025","value":60,"publisher":"x"}]""");
        assertEquals("ahead", trajectory("rank").get(0).get("state").textValue());
    }

    @Test
    void withoutABaselineTheFirstFigureOfTheSourceBeginsTheLine() {
        write(
                "From the first",
                """
                "targets":[{"value":200,"period":"2030"}],
                "observations":[{"period":"2020","value":100,"publisher":"x"},{"period":"2025","value":120,"publisher":"x"},
                                {"period":"2025","value":150,"publisher":"y"}]""");
        JsonNode ways = trajectory("from-the-first");
        assertEquals("behind", ways.get(0).get("state").textValue());
        assertEquals("unknown", ways.get(1).get("state").textValue(), "a single figure is no line");
        assertEquals("no_line", ways.get(1).get("reason").textValue());
    }

    @Test
    void answersOfAnotherDayAreNotServed() {
        write(
                "Aging",
                """
                "baseline":{"value":100,"period":"2020"},"targets":[{"value":200,"period":"2030"}],
                "observations":[{"period":"2025","value":150,"publisher":"x"}]""");
        for (String path :
                List.of("/v1/indicators/aging?expand=trajectory", "/v1/indicators?name=aging&expand=trajectory")) {
            today.set(DAY);
            Response first = Atlas.get(200, path);
            String tag = first.header("ETag");
            assertTrue(first.asString().contains("\"state\":\"on_track\""), first::asString);
            assertEquals(tag, Atlas.get(200, path).header("ETag"));
            given().header("If-None-Match", tag).get(path).then().statusCode(304);
            today.set(LocalDate.of(2028, 1, 2));
            Response later = given().header("If-None-Match", tag).get(path);
            assertEquals(200, later.statusCode());
            assertNotEquals(tag, later.header("ETag"));
            assertTrue(later.asString().contains("\"state\":\"unknown\""), later::asString);
        }
        String tag = Atlas.get(200, "/v1/indicators/aging").header("ETag");
        today.set(DAY);
        assertEquals(
                tag,
                Atlas.get(200, "/v1/indicators/aging").header("ETag"),
                "without the trajectory, days do not matter");
    }

    @Test
    void metaDefinesStatesAndReasons() {
        JsonNode definitions = Atlas.tree("/v1/meta").at("/resources/indicators/definitions/trajectory");
        List<String> states = new ArrayList<>();
        definitions.fieldNames().forEachRemaining(states::add);
        assertEquals(
                List.of(
                        "ahead",
                        "on_track",
                        "behind",
                        "unknown",
                        "no_figure",
                        "other_unit",
                        "other_scope",
                        "no_line",
                        "outdated"),
                states);
    }

    @Test
    void listsExpandTrajectories() {
        for (JsonNode indicator :
                Atlas.tree("/v1/indicators?expand=trajectory&limit=200").get("data")) {
            assertTrue(indicator.at("/expanded/trajectory").isArray());
        }
        assertFalse(Atlas.tree("/v1/indicators/startups_labelled").has("expanded"));
    }

    private static void write(String name, String members) {
        Writes.post(201, "/v1/indicators", "{\"name\":\"" + name + "\"," + members + "}");
    }

    private static JsonNode trajectory(String slug) {
        return Atlas.tree("/v1/indicators/" + slug + "?expand=trajectory").at("/expanded/trajectory");
    }
}
