package org.startupatlas.proposals;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Bare;
import org.startupatlas.testing.Writes;

/** Tests that proposals are off where no key could decide them. */
@QuarkusTest
@TestProfile(Bare.class)
class ProposalsWithoutKeysTest {
    private static final String ONE = Proposals.PATH + "/" + "0".repeat(32);

    @Test
    void proposalsAreOff() {
        assertEquals(
                "proposals-off",
                Writes.problem(Proposals.anonymous(403, Proposals.ofNew("{\"name\":\"Off\"}")))
                        .code());
        for (String what : List.of("accept", "decline", "ask", "answer")) {
            Writes.post(403, given(), ONE + "/" + what, "{\"note\":\"n\"}");
        }
        for (String path : List.of(Proposals.PATH, ONE)) {
            assertEquals("proposals-off", Atlas.problem(403, path).code());
        }
    }
}
