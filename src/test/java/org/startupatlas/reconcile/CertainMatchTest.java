package org.startupatlas.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.startupatlas.reconcile.Answers.Candidate;
import org.startupatlas.reconcile.Answers.Result;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Writes;

/** Tests that a match is certain only if no other record can be meant. */
@QuarkusTest
@TestProfile(ForWriting.class)
class CertainMatchTest {

    private static Result query(String name, String type, String properties) {
        return Answers.query("{\"query\":\"" + name + "\"" + (type == null ? "" : ",\"type\":\"" + type + "\"")
                + ",\"properties\":[" + properties + "]}");
    }

    private static String property(String id, String value) {
        return "{\"pid\":\"" + id + "\",\"v\":\"" + value + "\"}";
    }

    @Test
    void recordsOfOneNameAreToldApartByWhatIsKnown() {
        StartupRecord here = Writes.createStartup("Rc Twin", ",\"country\":\"MA\"");
        StartupRecord there = Writes.createStartup("Rc Twin", ",\"country\":\"FR\"");
        Result either = query("RC Twin", "startups", "");
        assertEquals(
                2, either.result().stream().filter(each -> each.score() == 100).count());
        assertNull(either.certain());
        Result first = query("RC Twin", "startups", property("country", "Maroc"));
        assertEquals(here.id().toString(), first.certain().id());
        assertEquals(80, first.result().get(1).score());
        assertNull(query("RC Twin", "startups", property("country", "Spain")).certain());
        assertEquals(
                there.id().toString(),
                query("RC Twin", "startups", property("country", "France"))
                        .first()
                        .id());
    }

    @Test
    void nameOfTwoTypesIsNotCertainWithoutTheType() {
        Writes.createStartup("Rc Both");
        Writes.post(201, "/v1/partners", "{\"name\":\"Rc Both\"}");
        assertNull(query("Rc Both", null, "").certain());
        assertTrue(query("Rc Both", "startups", "").first().match());
    }

    @Test
    void otherNameIsCertainUnlessAnotherRecordHasItToo() {
        Writes.createStartup(
                "Rc Original",
                ",\"other_names\":[{\"name\":\"ار سي الأصلية\",\"kind\":\"translated\"},"
                        + "{\"name\":\"Rc Alias\",\"kind\":\"former\"},{\"name\":\"RCO\",\"kind\":\"acronym\"}]");
        assertEquals("Rc Original", query("rc alias", "startups", "").certain().name());
        assertEquals(
                "Rc Original", query("ار سي الاصليه", "startups", "").certain().name());
        assertNull(query("RCO", "startups", "").certain(), "an acronym may be anybody's");
        Writes.createStartup("Rc Alias");
        assertNull(query("rc alias", "startups", "").certain());
    }

    @Test
    void externalIdDecides() {
        String ice = "001234567890123";
        StartupRecord record = Writes.createStartup("Rc Registered", ",\"external_ids\":{\"ice\":\"" + ice + "\"}");
        String sameId = property("external_ids.ice", "001 234 567 890 123");
        Candidate found = query("Rc Registred", "startups", sameId).first();
        assertEquals(record.id().toString(), found.id());
        assertTrue(found.match(), "the name is misspelt, the id is not");
        assertFalse(query("Somebody Else", "startups", sameId).first().match());
        assertNull(query("Rc Registered", "startups", property("external_ids.ice", "009876543210987"))
                .certain());
        Result withoutName = Answers.query("{\"type\":\"startups\",\"properties\":[" + sameId + "]}");
        assertEquals(record.id().toString(), withoutName.certain().id());
        // Queries of one batch do not depend on each other.
        String query = "{\"query\":\"Rc Registered\",\"type\":\"startups\",\"properties\":[" + sameId + "]}";
        Answers.batch("{\"a\":" + query + ",\"b\":" + query + "}")
                .values()
                .forEach(result ->
                        assertEquals(record.id().toString(), result.certain().id()));
    }

    @Test
    void roundIsCertainOnlyWithItsStartup() {
        StartupRecord startup = Writes.createStartup("Rc Raised");
        Writes.post(201, "/v1/funding_rounds", "{\"name\":\"Rc Round A\",\"startup\":\"" + startup.id() + "\"}");
        assertNull(query("Rc Round A", "funding_rounds", "").certain());
        assertEquals(
                "Rc Round A",
                query("Rc Round A", "funding_rounds", property("startup", "Rc Raised"))
                        .certain()
                        .name());
        assertNull(query("Rc Round A", "funding_rounds", property("startup", "chari"))
                .certain());
    }

    @Test
    void mergedRecordIsFoundByItsFormerId() {
        StartupRecord kept = Writes.createStartup("Rc Kept");
        StartupRecord gone = Writes.createStartup("Rc Gone");
        Writes.merge(200, "/v1/startups/" + kept.id(), kept.version(), gone.id().toString());
        assertEquals(
                kept.id().toString(),
                query(gone.id().toString(), null, "").certain().id());
    }
}
