package org.startupatlas.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.TwoContributors;
import org.startupatlas.testing.Writes;

/** Tests imports by contributors: they may import the startups that their partner stewards; other rows are refused. */
@QuarkusTest
@TestProfile(ForWriting.class)
class StewardImportTest extends TwoContributors {
    @Test
    void rowsOfForeignStartupsAreRefused() {
        StartupRecord mine = create(key, "{\"name\":\"Mine " + own.slug() + "\"}");
        StartupRecord theirs = create(
                otherKey, "{\"name\":\"Theirs " + own.slug() + "\",\"external_ids\":{\"ice\":\"000000000000001\"}}");
        StartupRecord before = create(TestKeys.ADMIN, "{\"name\":\"Registered " + own.slug() + "\"}");
        Writes.patch(200, "/v1/startups/" + before.id(), 1, "{\"slug\":\"now-" + before.id() + "\"}");
        String file = "id,slug,name,external_ids.ice,steward,city\n"
                + mine.id() + ",,,,,Fès\n"
                + theirs.id() + ",,,,,Fès\n"
                + "," + before.slug() + ",,,,Fès\n"
                + ",,,000000000000001,,Fès\n"
                + ",,Theirs " + own.slug() + ",,,Fès\n"
                + ",,New " + own.slug() + ",,,Fès\n"
                + ",,Named " + own.slug() + ",," + own.slug() + ",Fès\n"
                + ",,Foreign " + own.slug() + ",," + other.slug() + ",Fès\n"
                + "," + mine.slug() + ",,," + other.slug() + ",\n";
        JobAnswer.Rows expected = new JobAnswer.Rows(9, 2, 1, 0, 6);
        assertEquals(expected, imported("startups?dry_run=true", file).rows());
        assertEquals(1, Atlas.one(mine).version());
        JobAnswer job = imported("startups", file);
        assertEquals(expected, job.rows(), () -> Imports.report(job).toString());
        Imports.report(job)
                .get("refused")
                .forEach(row -> assertEquals("not-yours", row.get("code").textValue(), row::toString));
        JsonNode refused = Imports.report(job).get("refused");
        assertEquals("steward", refused.at("/4/field").textValue());
        assertEquals(own.id(), Atlas.one(mine).steward());
        assertEquals("Fès", Atlas.one(mine).city());
        assertEquals(theirs, Atlas.one(theirs));
        for (String name : List.of("new-", "named-")) {
            assertEquals(
                    own.id().toString(),
                    Atlas.tree("/v1/startups/" + name + own.slug())
                            .get("steward")
                            .textValue());
        }
    }

    @Test
    void curatorSetsSteward() {
        String name = "Told by a file " + own.slug();
        Imports.csv("startups", "name,Partenaire responsable\n" + name + "," + own.slug() + "\n");
        StartupRecord startup = Atlas.page(StartupRecord.class, "/v1/startups?steward=" + own.slug())
                .data()
                .get(0);
        Writes.patch(200, key, "/v1/startups/" + startup.slug(), 1, "{\"headcount\":1}");
    }

    @Test
    void contributorImportsStartupsOnly() {
        for (String resource : List.of("partners", "programs", "participations", "funding_rounds")) {
            Imports.send(403, key, resource, "text/csv", "name\nX\n");
        }
    }

    @Test
    void contributorReadsOwnJobsOnly() {
        String job = "/v1/imports/"
                + imported("startups", "name\nJob of " + own.slug() + "\n").id();
        Imports.csv("startups?dry_run=true", "name\nJob of a curator\n");
        for (String path : List.of(job, job + "/report")) {
            assertEquals(200, TestKeys.with(key).get(path).statusCode());
            assertEquals(404, TestKeys.with(otherKey).get(path).statusCode());
            assertEquals(200, TestKeys.asAdmin().get(path).statusCode());
        }
        assertEquals(404, TestKeys.with(otherKey).delete(job).statusCode());
        assertEquals(200, TestKeys.with(key).delete(job).statusCode());
        assertEquals(1, jobs(key).size());
        assertEquals(0, jobs(otherKey).size());
    }

    private static JsonNode jobs(String key) {
        return Atlas.read(JsonNode.class, TestKeys.with(key).get("/v1/imports")).get("data");
    }

    private JobAnswer imported(String pathAndQuery, String file) {
        return Imports.awaitEnd(Imports.send(202, key, pathAndQuery, "text/csv", file));
    }

    private static StartupRecord create(String key, String body) {
        Response answer = Writes.post(201, key, "/v1/startups", body);
        return Atlas.read(StartupRecord.class, answer);
    }
}
