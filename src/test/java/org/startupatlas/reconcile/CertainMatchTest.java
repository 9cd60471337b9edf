package org.startupatlas.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
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
        assertEquals(90, first.result().get(1).score());
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
    void sameNameComesFirstThoughAPropertyDiffers() {
        Writes.createStartup("Rc Ranka", ",\"website\":\"https://ranka.example.org/\"");
        Writes.createStartup("Rc Rankaty");
        Result result = query("Rc Ranka", "startups", property("website", "https://former.example.org/"));
        assertEquals("Rc Ranka", result.first().name());
        assertNull(result.certain());
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
    void queriesOfOneBatchMayHaveAnIdInSeveralSpellings() {
        String ice = "001234567890777";
        Writes.createStartup("Rc Spelled", ",\"external_ids\":{\"ice\":\"" + ice + "\"}");
        String query = "{\"query\":\"Rc Speled\",\"type\":\"startups\",\"properties\":[{\"pid\":"
                + "\"external_ids.ice\",\"v\":%s}]}";
        Answers.batch("{\"a\":" + query.formatted("\"001 234 567 890 777\"")
                        + ",\"b\":" + query.formatted("\"" + ice + "\"")
                        + ",\"c\":" + query.formatted("[\"" + ice + "\",\"009876543210987\"]")
                        + "}")
                .forEach((key, result) -> assertTrue(result.first().match(), key + ": " + result));
    }

    /** The name means one record and the id another, so a person has to decide. */
    @Test
    void externalIdIsNotCertainAgainstTheNameOfAnother() {
        String ice = "001234567890999";
        StartupRecord ofId = Writes.createStartup("Rc Signature", ",\"external_ids\":{\"ice\":\"" + ice + "\"}");
        StartupRecord ofName = Writes.createStartup("Rc Signatures");
        String sameId = property("external_ids.ice", ice);
        Result result = query("Rc Signatures", "startups", sameId);
        assertEquals(
                List.of(ofName.id().toString(), ofId.id().toString()),
                result.result().stream().map(Candidate::id).limit(2).toList());
        assertNull(result.certain());
        assertEquals(
                ofId.id().toString(),
                query("Rc Signature", "startups", sameId).certain().id());
    }

    @Test
    void acronymsAndShortNamesAreNotCertain() {
        Writes.createStartup("Rc Truck Kitchen", ",\"other_names\":[{\"name\":\"RTKQ\",\"kind\":\"alternate\"}]");
        assertEquals("Rc Truck Kitchen", query("RTKQ", "startups", "").first().name());
        assertNull(query("RTKQ", "startups", "").certain(), "whatever kind of name the record says that it is");
        Writes.createStartup("Q&Z");
        assertNull(query("QZ", "startups", "").certain());
        assertEquals("Q&Z", query("q&z", "startups", "").certain().name());
    }

    @Test
    void codeIsCertainOnlyWithItsType() {
        assertEquals("MA", query("MA", "countries", "").certain().id());
        assertNull(query("MA", null, "").certain());
    }

    @Test
    void countryOfAProgramIsOneOfItsCountries() {
        Writes.post(201, "/v1/programs", "{\"name\":\"Rc Offered\",\"countries\":[\"LS\",\"SZ\"]}");
        assertEquals(
                "Rc Offered",
                query("Rc Offered", "programs", property("country", "Lesotho"))
                        .certain()
                        .name());
        assertNull(
                query("Rc Offered", "programs", property("country", "France")).certain());
    }

    /** OpenRefine matches only the candidate with the highest score. */
    @Test
    void certainCandidateHasTheHighestScore() {
        Writes.createStartup("Rc Summit", ",\"country\":\"MA\",\"city\":\"Rabat\"");
        Writes.createStartup("Rc Summits", ",\"country\":\"MA\",\"city\":\"Fez\"");
        for (String hints : List.of("", property("country", "MA"), property("city", "Rabat"))) {
            Result result = query("Rc Summit", "startups", hints);
            assertTrue(result.first().match(), result::toString);
            assertEquals("Rc Summit", result.first().name());
            assertTrue(result.first().score() > result.result().get(1).score(), result::toString);
        }
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
