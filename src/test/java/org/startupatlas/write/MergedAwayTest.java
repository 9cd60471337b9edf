package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Tests that reads of a merged record are redirected to the survivor, and writes rejected. */
@QuarkusTest
@TestProfile(ForWriting.class)
class MergedAwayTest {
    /** Each method that writes a record, as a request with a version. */
    private static final Map<String, Function<String, Response>> WRITES = Map.of(
            "PUT",
                    path -> seen("application/json")
                            .body("{\"name\":\"Overwritten\"}")
                            .put(path),
            "PATCH", path -> seen(Writes.MERGE_PATCH).body("{\"headcount\":99}").patch(path),
            "DELETE", path -> seen("application/json").delete(path),
            "dry run", path -> seen("application/json").delete(path + "?dry_run=true"),
            "merge",
                    path -> seen("application/json")
                            .body("{\"from\":\"chari\"}")
                            .post(path + "/merge"),
            "redact",
                    path -> seen("application/json")
                            .body("{\"path\":\"notes\"}")
                            .post(path + "/redact"));

    @Test
    void writeToAMergedRecordIsRejected() {
        StartupRecord other = Writes.createStartup("Away renamed twice");
        Writes.patch(200, Atlas.path(other), 1, "{\"slug\":\"away-renamed\"}");
        StartupRecord survivor = Writes.createStartup("Stays one");
        StartupRecord before = Atlas.read(
                StartupRecord.class,
                Writes.merge(200, Atlas.path(survivor), 1, other.id().toString()));
        for (String name : List.of(
                other.id().toString(),
                other.id().toString().toUpperCase(Locale.ROOT),
                "away-renamed",
                "away-renamed-twice")) {
            WRITES.forEach((method, write) -> assertNames(survivor, method, write.apply("/v1/startups/" + name)));
            assertNames(survivor, "from", Writes.merge(409, "/v1/startups/chari", 1, name));
            assertMoved("/v1/startups/stays-one", "/v1/startups/" + name);
        }
        assertEquals(before, Atlas.one(survivor));
    }

    @Test
    void redirectNamesTheLastSurvivorByItsCurrentSlug() {
        Writes.createStartup("Link one");
        Writes.createStartup("Link two");
        StartupRecord last = Writes.createStartup("Link three");
        Writes.merge(200, "/v1/startups/link-two", 1, "link-one");
        Writes.merge(200, "/v1/startups/link-three", 1, "link-two");
        Writes.patch(200, Atlas.path(last), version(Atlas.path(last)), "{\"slug\":\"link-last\"}");
        StartupRecord renamed = Atlas.one(last);
        for (String name : List.of("link-one", "link-two")) {
            assertNames(renamed, name, Writes.patch(409, "/v1/startups/" + name, 1, "{}"));
        }
        Writes.patch(200, "/v1/startups/link-three", renamed.version(), "{\"headcount\":3}");
    }

    @Test
    void formerSlugOfTheSameRecordIsWritable() {
        StartupRecord startup = Writes.createStartup("Called before");
        Writes.patch(200, Atlas.path(startup), 1, "{\"slug\":\"called-now\"}");
        String former = "/v1/startups/called-before";
        assertMoved("/v1/startups/called-now", former);
        Writes.patch(200, former, 2, "{\"headcount\":2}");
        Writes.put(200, former, 3, "{\"name\":\"Called before\",\"notes\":\"secret\"}");
        Writes.post(200, former + "/redact", "{\"path\":\"notes\"}");
        Writes.createStartup("Called the same");
        Writes.merge(200, former, 5, "called-the-same");
        Writes.createStartup("Called otherwise");
        Writes.merge(200, "/v1/startups/called-otherwise", 1, "called-before");
        StartupRecord deleted = Writes.createStartup("Called and deleted");
        Writes.patch(200, Atlas.path(deleted), 1, "{\"slug\":\"deleted-now\"}");
        Writes.delete(204, "/v1/startups/called-and-deleted", 2);
    }

    @Test
    void slugTakenOverBySurvivorIsWritable() {
        Writes.createStartup("Taken away");
        StartupRecord survivor = Writes.createStartup("Takes it");
        Writes.merge(200, Atlas.path(survivor), 1, "taken-away");
        int version = version(Atlas.path(survivor));
        Writes.patch(200, Atlas.path(survivor), version, "{\"slug\":\"taken-away\"}");
        Writes.patch(200, "/v1/startups/taken-away", version + 1, "{\"slug\":\"takes-it\"}");
        Writes.patch(200, "/v1/startups/taken-away", version + 2, "{\"headcount\":1}");
    }

    @Test
    void recordMergedIntoADeletedOneIsGone() {
        StartupRecord other = Writes.createStartup("Gone with it");
        StartupRecord survivor = Writes.createStartup("Goes later");
        Writes.patch(200, Atlas.path(survivor), 1, "{\"slug\":\"goes-now\"}");
        Writes.merge(200, Atlas.path(survivor), 2, "gone-with-it");
        long revision = Writes.revision(Writes.delete(204, Atlas.path(survivor), version(Atlas.path(survivor))));
        for (String name : List.of("gone-with-it", other.id().toString(), "goes-later", "goes-now")) {
            Response read = TestKeys.asAdmin().redirects().follow(false).get("/v1/startups/" + name);
            String detail = Atlas.problem(410, read).detail();
            assertTrue(detail.contains(String.valueOf(revision)), detail);
            Writes.patch(410, "/v1/startups/" + name, 1, "{}");
            Writes.delete(410, "/v1/startups/" + name, 1);
        }
        Writes.merge(422, "/v1/startups/chari", 1, "gone-with-it");
    }

    @Test
    void vocabulariesBehaveLikewise() {
        String kept = vocabulary("kept words");
        String other = vocabulary("other words");
        Writes.merge(200, kept, 1, other.substring(other.lastIndexOf('/') + 1));
        Response answer = Writes.patch(409, other, 1, "{\"notes\":\"x\"}");
        assertEquals(kept, Writes.problem(answer).mergedInto().link());
    }

    private static String vocabulary(String name) {
        return Writes.post(201, "/v1/vocabularies", "{\"name\":\"" + name + "\"}")
                .header("Location");
    }

    private static void assertNames(StartupRecord survivor, String message, Response answer) {
        assertEquals(409, answer.statusCode(), () -> message + ": " + answer.asString());
        assertEquals("merged", Writes.problem(answer).code());
        String link = "/v1/startups/" + survivor.slug();
        assertEquals(
                new ProblemAnswer.Survivor(survivor.id().toString(), survivor.slug(), link),
                Writes.problem(answer).mergedInto());
        assertEquals("<" + link + ">; rel=\"canonical\"", answer.header("Link"));
    }

    private static void assertMoved(String location, String path) {
        for (Function<RequestSpecification, Response> read :
                List.<Function<RequestSpecification, Response>>of(to -> to.get(path), to -> to.head(path))) {
            Response moved = read.apply(TestKeys.asAdmin().redirects().follow(false));
            assertEquals(308, moved.statusCode());
            assertEquals(location, moved.header("Location"));
        }
    }

    /** Asserts a redirect without following it. */
    private static RequestSpecification seen(String contentType) {
        return Writes.of(TestKeys.ADMIN, contentType)
                .redirects()
                .follow(false)
                .header("If-Match", "\"1\", \"2\", \"3\"");
    }

    private static int version(String path) {
        return Atlas.one(StartupRecord.class, path).version();
    }
}
