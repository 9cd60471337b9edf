package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.TwoContributors;
import org.startupatlas.testing.Writes;

/** Tests that the contributors of a steward write its startups and no others. */
@QuarkusTest
@TestProfile(ForWriting.class)
class StewardTest extends TwoContributors {
    private static final String STARTUPS = "/v1/startups";

    @Test
    void contributorCreatesStartupsOfItsPartner() {
        assertEquals(own.id(), create(key, "{\"name\":\"Claimed\"}").steward());
        assertEquals(own.id(), create(key, said(own.slug())).steward());
        assertEquals(own.id(), create(key, said(own.id().toString())).steward());
        assertNull(create(TestKeys.ADMIN, "{\"name\":\"Of the registry\"}").steward());
        assertEquals(other.id(), create(TestKeys.ADMIN, said(other.slug())).steward());
        long revision = revision();
        for (String body : List.of(said(other.slug()), "{\"name\":\"Said\",\"steward\":null}")) {
            Response refused = Writes.post(403, key, STARTUPS, body);
            assertEquals("/steward", Writes.problem(refused).errors().get(0).pointer());
            Writes.post(403, key, STARTUPS + "?dry_run=true", body);
        }
        JsonNode would = Atlas.read(
                JsonNode.class, Writes.post(200, key, STARTUPS + "?dry_run=true", "{\"name\":\"Rehearsed\"}"));
        assertEquals(own.id().toString(), would.at("/data/0/record/steward").textValue());
        assertEquals(revision, revision());
    }

    @Test
    void contributorChangesStartupsOfItsPartnerByIdOrSlug() {
        StartupRecord startup = create(key, "{\"name\":\"Stewarded\"}");
        int version = 1;
        Writes.patch(200, path(startup.id()), version++, "{\"slug\":\"stewarded-now-" + startup.id() + "\"}");
        for (Object name : List.of(startup.id(), "stewarded-now-" + startup.id(), startup.slug())) {
            Writes.patch(200, key, path(name), version++, "{\"headcount\":" + version + "}");
            Response put = sent(key, version++).body("{\"name\":\"Stewarded\"}").put(path(name));
            assertEquals(own.id(), Atlas.read(StartupRecord.class, put).steward());
        }
        assertEquals(204, sent(key, version).delete(path(startup.slug())).statusCode());
    }

    @Test
    void contributorWritesNoOtherStartup() {
        StartupRecord foreign = create(otherKey, "{\"name\":\"Foreign\"}");
        StartupRecord ofRegistry = create(TestKeys.ADMIN, "{\"name\":\"Registry\"}");
        for (StartupRecord startup : List.of(foreign, ofRegistry)) {
            String slug = "renamed-" + startup.id();
            Writes.patch(200, path(startup.id()), 1, "{\"slug\":\"" + slug + "\"}");
            long revision = revision();
            for (Object name : List.of(startup.id(), slug, startup.slug())) {
                for (String path : List.of(path(name), path(name) + "?dry_run=true")) {
                    Writes.patch(403, key, path, 2, "{\"headcount\":1}");
                    Writes.patch(403, key, path, 2, said(own.slug()));
                    assertEquals(
                            403, sent(key, 2).body(said(own.slug())).put(path).statusCode());
                    assertEquals(403, sent(key, 2).delete(path).statusCode());
                }
                assertEquals(
                        403,
                        sent(key, 2)
                                .body("{\"from\":\"chari\"}")
                                .post(path(name) + "/merge")
                                .statusCode());
                Writes.post(403, key, path(name) + "/redact", "{\"path\":\"notes\"}");
            }
            assertEquals(revision, revision());
        }
        Writes.post(405, key, "/v1/partners/" + own.slug() + "/stewarded_startups", "{\"name\":\"Related\"}");
    }

    @Test
    void contributorCannotMergeRedactOrWriteRounds() {
        StartupRecord startup = create(key, "{\"name\":\"Covered\",\"notes\":\"n\"}");
        StartupRecord twin = create(key, "{\"name\":\"Covered\"}");
        String from = "{\"from\":\"" + twin.id() + "\"}";
        assertEquals(
                403, sent(key, 1).body(from).post(path(startup.id()) + "/merge").statusCode());
        Writes.post(403, key, path(startup.id()) + "/redact", "{\"path\":\"notes\"}");
        Writes.post(403, key, "/v1/funding_rounds", "{\"startup\":\"" + startup.id() + "\"}");
        Writes.post(
                403,
                key,
                "/v1/participations",
                "{\"startup\":\"" + startup.id() + "\",\"program\":\"morocco-accelerator\"}");
        Writes.patch(422, key, path(startup.id()), 1, "{\"slug\":\"chosen\"}");
    }

    @Test
    void onlyCuratorsSetTheSteward() {
        StartupRecord startup = create(key, "{\"name\":\"Handed over\"}");
        for (String steward : List.of("null", "\"" + other.slug() + "\"")) {
            Writes.patch(403, key, path(startup.id()), 1, "{\"steward\":" + steward + "}");
            Response put = sent(key, 1)
                    .body("{\"name\":\"Handed over\",\"steward\":" + steward + "}")
                    .put(path(startup.id()));
            assertEquals(403, put.statusCode());
        }
        String curator = TestKeys.issue("curator", null).key();
        Response handed = Writes.patch(200, curator, path(startup.id()), 1, "{\"steward\":\"" + other.slug() + "\"}");
        assertEquals(other.id(), Atlas.read(StartupRecord.class, handed).steward());
        Writes.patch(403, key, path(startup.id()), 2, "{\"headcount\":2}");
        Writes.patch(200, otherKey, path(startup.id()), 2, "{\"headcount\":2}");
        Writes.patch(200, curator, path(startup.id()), 3, "{\"steward\":null}");
        Writes.patch(403, otherKey, path(startup.id()), 4, "{\"headcount\":3}");
    }

    @Test
    void idempotencyKeysAreSeparateByApiKey() {
        StartupRecord first = again(key);
        assertEquals(first, again(key));
        StartupRecord second = again(otherKey);
        assertNotEquals(first.id(), second.id());
        assertEquals(other.id(), second.steward());
        Writes.patch(403, otherKey, path(first.id()), 1, "{\"headcount\":1}");
    }

    @Test
    void mergesFillAndReplaceTheSteward() {
        StartupRecord survivor = create(TestKeys.ADMIN, "{\"name\":\"Without steward\"}");
        StartupRecord merged = create(key, "{\"name\":\"With steward\"}");
        Writes.merge(200, path(survivor.id()), 1, merged.id().toString());
        assertEquals(own.id(), Atlas.one(survivor).steward());
        Writes.patch(409, key, path(merged.id()), 1, "{\"headcount\":1}");
        Writes.merge(200, "/v1/partners/" + other.id(), 1, own.id().toString());
        assertEquals(other.id(), Atlas.one(survivor).steward());
        Writes.patch(200, key, path(survivor.id()), Atlas.one(survivor).version(), "{\"headcount\":1}");
        assertEquals(other.id(), create(key, said(own.id().toString())).steward());
    }

    @Test
    void startupsAreFilteredAndExpandedBySteward() {
        StartupRecord startup = create(key, "{\"name\":\"Found by steward\"}");
        for (String path : List.of(
                STARTUPS + "?steward=" + own.slug(),
                STARTUPS + "?steward=" + own.id() + "&steward__exists=true",
                STARTUPS + "?steward.types__exists=false&steward=" + own.id(),
                "/v1/partners/" + own.slug() + "/stewarded_startups")) {
            assertEquals(List.of(startup), Atlas.page(StartupRecord.class, path).data(), path);
        }
        assertEquals(
                own.slug(),
                Atlas.tree(path(startup.id()) + "?expand=steward")
                        .at("/expanded/steward/slug")
                        .textValue());
        assertEquals(
                own.slug(),
                Atlas.page(
                                PartnerRecord.class,
                                "/v1/partners?stewarded_startups.sectors__exists=false&slug=" + own.slug())
                        .data()
                        .get(0)
                        .slug());
        Writes.delete(409, "/v1/partners/" + own.slug(), 1);
    }

    @Test
    void metaListsTheRolesOfWrites() {
        assertWriting(
                "startups", "steward", "[create, change, delete, import]", "[create, change, delete, import, merge]");
        assertWriting(
                "programs", "operators.partner", "[create, change, delete]", "[create, change, delete, import, merge]");
        assertWriting("partners", "id", "[change, delete]", "[create, change, delete, import, merge]");
        assertWriting("funding_rounds", null, "[]", "[create, change, delete, import, merge]");
        assertWriting("countries", null, "[]", "[]");
    }

    private static void assertWriting(String resource, String owner, String contributor, String curator) {
        JsonNode writing = Atlas.tree("/v1/meta").at("/resources/" + resource + "/writing");
        assertEquals(owner, writing.get("owner").textValue());
        assertEquals(contributor, words(writing.get("contributor")), resource);
        assertEquals(curator, words(writing.get("curator")), resource);
        assertEquals(!resource.equals("countries"), words(writing.get("admin")).contains("redact"));
    }

    private static String words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::textValue)
                .toList()
                .toString();
    }

    private static StartupRecord again(String key) {
        RequestSpecification named = TestKeys.with(key).header("Idempotency-Key", "the same name");
        return Atlas.read(StartupRecord.class, Writes.post(201, named, STARTUPS, "{\"name\":\"Sent again\"}"));
    }

    private static RequestSpecification sent(String key, int version) {
        return Writes.of(key, "application/json").header("If-Match", "\"" + version + "\"");
    }

    private static String said(String steward) {
        return "{\"name\":\"Said\",\"steward\":\"" + steward + "\"}";
    }

    private static String path(Object idOrSlug) {
        return STARTUPS + "/" + idOrSlug;
    }

    private static long revision() {
        return Atlas.tree("/v1/meta").get("revision").longValue();
    }

    private static StartupRecord create(String key, String body) {
        return Atlas.read(StartupRecord.class, Writes.post(201, key, STARTUPS, body));
    }
}
