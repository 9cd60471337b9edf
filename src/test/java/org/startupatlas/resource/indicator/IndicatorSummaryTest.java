package org.startupatlas.resource.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.startupatlas.record.Translated;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Writes;

/** Tests that the summary of an indicator is searched, filtered and translated like any other. */
@QuarkusTest
@TestProfile(ForWriting.class)
class IndicatorSummaryTest {

    @Test
    void summaryIsFoundInEachLanguage() {
        IndicatorRecord written = Atlas.read(
                IndicatorRecord.class,
                Writes.post(
                        201,
                        "/v1/indicators",
                        "{\"name\":\"Orchards\",\"summary\":{\"fr\":\"Vergers arrosables\",\"ar\":\"بساتين مروية\"}}"));
        assertEquals(new Translated("Vergers arrosables", "بساتين مروية", null), written.summary());
        for (String word : new String[] {"arrosables", "مروية"}) {
            JsonNode hit = Atlas.tree("/v1/search?q=" + word).at("/data/0");
            assertEquals(written.id().toString(), hit.path("id").asText(), word);
        }
        String path = "/v1/indicators/" + written.slug();
        assertEquals(
                "بساتين مروية", Atlas.tree(path + "?lang=ar").get("summary").textValue());
        assertEquals(
                written.slug(),
                Atlas.tree("/v1/indicators?summary.fr__contains=arrosables")
                        .at("/data/0/slug")
                        .textValue());
    }

    @Test
    void indicatorWithoutSummaryHasNoneInAnyLanguage() {
        IndicatorRecord written =
                Atlas.read(IndicatorRecord.class, Writes.post(201, "/v1/indicators", "{\"name\":\"Wells\"}"));
        assertEquals(Translated.NONE, written.summary());
    }
}
