package org.startupatlas.resource.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Writes;

/** Tests the gap to the last target and the required growth, by source. */
@QuarkusTest
@TestProfile(ForWriting.class)
class TrajectoryTest {
    @Test
    void withoutObservationsTheBaselineIsTheStart() {
        JsonNode ways = trajectory("startups_labelled");
        assertEquals(1, ways.size());
        assertEquals(
                "{\"publisher\":null,\"from_period\":\"2022\",\"from_value\":380,\"target_publisher\":\"souss.digital\","
                        + "\"to_period\":\"2030\",\"to_value\":3000,\"gap\":2620,\"years\":8,\"yearly_growth\":0.294694}",
                ways.get(0).toString());
    }

    @Test
    void tenYearsToTheTargetAreTenYears() {
        Writes.post(
                201,
                "/v1/indicators",
                "{\"name\":\"Ten years\",\"baseline\":{\"value\":1,\"period\":\"2020-06\"},"
                        + "\"targets\":[{\"value\":1024,\"period\":\"2030-06\"}]}");
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
        Writes.post(
                201,
                "/v1/indicators",
                "{\"name\":\"Tomorrow\",\"baseline\":{\"value\":1,\"period\":\"2030-12-30\"},"
                        + "\"targets\":[{\"value\":10,\"period\":\"2030\"}]}");
        assertTrue(trajectory("tomorrow").get(0).get("yearly_growth").isNull());
    }

    @Test
    void targetWithoutAStartHasNoTrajectory() {
        assertEquals(0, trajectory("digital_gdp").size());
        assertEquals(0, trajectory("startupblink_rank_ma").size(), "nor has a figure without a target");
    }

    @Test
    void eachSourceHasATrajectoryToEachLastTarget() {
        Writes.post(
                201,
                "/v1/indicators",
                "{\"name\":\"Followed\",\"unit\":\"count\",\"baseline\":{\"value\":1,\"period\":\"2020\"},"
                        + "\"targets\":[{\"value\":50,\"period\":\"2026\",\"publisher\":\"a\"},"
                        + "{\"value\":400,\"period\":\"2030\",\"publisher\":\"a\"},"
                        + "{\"value\":200,\"period\":\"2030-12\",\"publisher\":\"b\"}],"
                        + "\"observations\":[{\"period\":\"2028\",\"value\":100,\"publisher\":\"x\"},"
                        + "{\"period\":\"2024\",\"value\":10,\"publisher\":\"x\",\"unit\":\"count\"},"
                        + "{\"period\":\"2030\",\"value\":150,\"publisher\":\"y\"},"
                        + "{\"period\":\"2029\",\"value\":9,\"publisher\":\"z\",\"unit\":\"percent\"}]}");
        JsonNode ways = trajectory("followed");
        assertEquals(4, ways.size());
        assertEquals("x", ways.get(0).get("publisher").textValue());
        assertEquals(300, ways.get(0).get("gap").intValue());
        assertEquals(1.0, ways.get(0).get("yearly_growth").doubleValue(), 0.001);
        assertEquals("b", ways.get(1).get("target_publisher").textValue());
        assertEquals("y", ways.get(2).get("publisher").textValue());
        assertEquals(250, ways.get(2).get("gap").intValue());
        assertTrue(ways.get(2).get("yearly_growth").isNull(), "no time is left");
    }

    @Test
    void listsExpandTrajectories() {
        for (JsonNode indicator :
                Atlas.tree("/v1/indicators?expand=trajectory&limit=200").get("data")) {
            assertTrue(indicator.at("/expanded/trajectory").isArray());
        }
        assertFalse(Atlas.tree("/v1/indicators/startups_labelled").has("expanded"));
    }

    private static JsonNode trajectory(String slug) {
        return Atlas.tree("/v1/indicators/" + slug + "?expand=trajectory").at("/expanded/trajectory");
    }
}
