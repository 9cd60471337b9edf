package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.StartupBatches;
import org.startupatlas.testing.Writes;

/** Tests that links lead to the public web. */
@QuarkusTest
@TestProfile(ForWriting.class)
class WebAddressesTest {

    @Inject
    StartupBatches startups;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost",
                "http://localhost:8080/startups",
                "https://LOCALHOST./",
                "https://app.localhost",
                "https://intranet/wiki",
                "https://printer.local",
                "https://db.internal",
                "https://127.0.0.1",
                "http://127.1.2.3:80/",
                "http://0.0.0.0",
                "http://10.0.0.8/",
                "http://172.16.0.1",
                "http://172.31.255.255",
                "http://192.168.1.1",
                "http://169.254.169.254/latest",
                "http://100.64.0.1",
                "http://224.0.0.1",
                "http://255.255.255.255",
                "http://999.1.1.1",
                "http://2130706433",
                "http://127.1",
                "http://[::1]:8080/",
                "http://[::]",
                "http://[fe80::1]",
                "http://[fd00::1]",
                "http://[::ffff:127.0.0.1]",
                "https://user@localhost/",
                "https:///path",
                "ftp://a.ma",
                "a.ma"
            })
    void addressThatIsNotPublicIsRefused(String address) {
        assertRefused("/website", "\"website\":\"%s\"".formatted(address));
        assertRefused(
                "/provenance/0/url",
                "\"provenance\":[{\"publisher\":\"A\",\"url\":\"%s\",\"used\":true,\"confidence\":\"reported\"}]"
                        .formatted(address));
    }

    /** Few, because a client may send only some proposals at once. */
    @ParameterizedTest
    @ValueSource(strings = {"https://localhost", "http://intranet/", "http://192.168.1.1"})
    void proposalNamesAPublicSource(String address) {
        ProblemAnswer problem = Writes.problem(Writes.post(
                422,
                "/v1/proposals",
                "{\"resource\":\"startups\",\"record\":\"weego\",\"changes\":{\"headcount\":1},\"source_url\":\"%s\"}"
                        .formatted(address)));
        assertEquals(List.of("/source_url"), pointers(problem));
    }

    private static void assertRefused(String pointer, String members) {
        ProblemAnswer problem =
                Writes.problem(Writes.post(422, "/v1/startups", "{\"name\":\"Linked\"," + members + "}"));
        assertEquals(List.of(pointer), pointers(problem));
        assertEquals("invalid-value", problem.errors().get(0).code());
    }

    private static List<String> pointers(ProblemAnswer problem) {
        return problem.errors().stream().map(ProblemAnswer.Error::pointer).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.ma",
                "https://localhost.ma",
                "https://mylocal.localhost.com/",
                "http://8.8.8.8/",
                "http://172.32.0.1",
                "http://100.128.0.1",
                "https://[2001:db8::1]:8443/a",
                "https://www.a.ma.:443/?a=http://localhost"
            })
    void publicAddressIsAccepted(String address) {
        StartupRecord startup =
                Writes.createStartup("Linked " + UUID.randomUUID(), ",\"website\":\"%s\"".formatted(address));
        assertEquals(address, startup.website());
    }

    @Test
    void storedAddressDoesNotHinderOtherChanges() {
        UUID id = UUID.randomUUID();
        startups.write(List.of(StartupBatches.startup(
                Map.of("id", id, "slug", "linked-" + id, "name", "Linked", "website", "https://localhost"))));
        Writes.patch(200, "/v1/startups/" + id, 1, "{\"city\":\"Fes\"}");
        assertEquals(
                "https://localhost",
                Atlas.one(StartupRecord.class, "/v1/startups/" + id).website());
        assertEquals(
                "/website",
                Writes.problem(Writes.patch(422, "/v1/startups/" + id, 2, "{\"website\":\"http://localhost\"}"))
                        .errors()
                        .get(0)
                        .pointer());
    }
}
