package org.startupatlas.dbcopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.startupatlas.bundle.BundleUpdates;
import org.startupatlas.record.Claim;
import org.startupatlas.resource.participation.ParticipationRecord;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Writes;

/** Tests that a new edition of the bundle reaches an existing database and leaves what people wrote. */
@QuarkusTest
@TestProfile(OnReleasedDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpdatesReleasedDatabaseTest {
    private static final String PEOPLE = "In the words of people.";

    @Inject
    BundleUpdates bundle;

    private long before;
    private int updated;

    /** Once for all tests; a method for all of them would run before the address of the application is known. */
    @BeforeEach
    void writeAndUpdateOnce() {
        if (before > 0) {
            return;
        }
        patch("/v1/startups/chari", "{\"summary\":{\"en\":\"" + PEOPLE + "\"},\"headcount\":7}");
        patch("/v1/startups/kifal-auto", "{\"notes\":\"a secret\"}");
        Writes.post(200, "/v1/startups/kifal-auto/redact", "{\"path\":\"notes\"}");
        Writes.delete(204, "/v1/indicators/gazelles", version("/v1/indicators/gazelles"));
        Writes.merge(200, "/v1/partners/cgiar", version("/v1/partners/cgiar"), "columbia");
        Writes.createStartup("Taken by people", ",\"slug\":\"welearn\"");
        Writes.post(
                201,
                "/v1/participations",
                "{\"startup\":\"deepecho\",\"program\":\"poesam\",\"outcome\":\"first_prize\"}");
        patch("/v1/indicators/budget", "{\"notes\":\"" + PEOPLE + "\"}");
        before = Atlas.tree("/v1/changes?limit=1").at("/meta/revision").longValue();
        updated = bundle.run();
    }

    private static void patch(String path, String body) {
        Writes.patch(200, path, version(path), body);
    }

    private static int version(String path) {
        return Atlas.tree(path).get("version").intValue();
    }

    @Test
    void newRecordsAreCreated() {
        assertTrue(Atlas.total("/v1/startups?") > 550);
        assertEquals(
                "2022",
                Atlas.one(StartupRecord.class, "/v1/startups/ta7alil").founded().text());
    }

    @Test
    void changesAreInTheLogByTheBundle() {
        List<JsonNode> changes = new ArrayList<>();
        long since = before;
        for (JsonNode page = page(since); !page.get("data").isEmpty(); page = page(since)) {
            page.get("data").forEach(changes::add);
            since = page.at("/page/next_since").longValue();
        }
        assertEquals(updated, changes.size());
        changes.forEach(change -> assertEquals("bundle", change.get("by").textValue()));
    }

    private static JsonNode page(long since) {
        return Atlas.tree("/v1/changes?by=bundle&limit=1000&since=" + since);
    }

    @Test
    void nothingIsWrittenTheSecondTime() {
        assertEquals(0, bundle.run());
    }

    @Test
    void valuesOfPeopleStayAndThoseOfTheEditionAreClaims() {
        StartupRecord chari = Atlas.one(StartupRecord.class, "/v1/startups/chari");
        assertEquals(PEOPLE, chari.summary().en());
        assertEquals(7, chari.headcount());
        assertTrue(
                chari.summary().fr() != null && chari.summary().ar() != null, "other values are those of the edition");
        List<Claim> unused = chari.provenance().stream()
                .filter(claim -> "summary.en".equals(claim.field()) && !claim.used())
                .toList();
        assertEquals(1, unused.size());
        assertNotEquals(PEOPLE, unused.get(0).value());
    }

    @Test
    void redactedValueDoesNotComeBack() {
        StartupRecord startup = Atlas.one(StartupRecord.class, "/v1/startups/kifal-auto");
        assertEquals(null, startup.notes());
    }

    @Test
    void deletedRecordStaysDeleted() {
        Atlas.problem(410, "/v1/indicators/gazelles");
    }

    @Test
    void mergedRecordStaysMerged() {
        assertEquals(
                "cgiar", Atlas.one(PartnerRecord.class, "/v1/partners/columbia").slug());
    }

    @Test
    void slugOfPeopleIsLeftToThem() {
        assertEquals(
                "Taken by people",
                Atlas.one(StartupRecord.class, "/v1/startups/welearn").name());
        assertEquals(
                "Welearn",
                Atlas.one(StartupRecord.class, "/v1/startups/welearn-2").name());
    }

    @Test
    void participationOfPeopleIsNotDoubled() {
        List<String> editions = new ArrayList<>();
        Atlas.walk(ParticipationRecord.class, "/v1/participations?startup=deepecho&program=poesam")
                .forEach(participation -> editions.add(participation.edition()));
        assertFalse(editions.isEmpty());
        assertEquals(editions.size(), editions.stream().distinct().count());
    }

    @Test
    void indicatorOfTheSameQuantityIsMerged() {
        assertEquals(
                "startup_funding",
                Atlas.tree("/v1/indicators/funding_ma").get("slug").textValue());
    }
}
