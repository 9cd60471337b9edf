package org.startupatlas.network.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.startupatlas.testing.Counting;
import org.startupatlas.testing.Writes;

@QuarkusTest
@TestProfile(Counting.class)
class ReproTest {
    static String create(String r, String b) {
        return Writes.create(JsonNode.class, "/v1/" + r, b).get("id").textValue();
    }

    @Test
    void emptyElement() {
        String id = create("startups", "{\"name\":\"Repro one\",\"markets\":[{\"country\":null}]}");
        Writes.patch(200, "/v1/startups/" + id, 1, "{\"notes\":\"x\",\"markets\":[{\"country\":\"FR\"}]}");
    }

    @Test
    void emptyElementOtherField() {
        String id = create("startups", "{\"name\":\"Repro two\",\"markets\":[{\"country\":null}]}");
        Writes.patch(200, "/v1/startups/" + id, 1, "{\"notes\":\"x\"}");
    }

    @Test
    void selfNetwork() {
        String a = create("partners", "{\"name\":\"Repro a\"}");
        Writes.patch(200, "/v1/partners/" + a, 1, "{\"networks\":[\"" + a + "\"]}");
        String b = create("partners", "{\"name\":\"Repro b\"}");
        Writes.merge(200, "/v1/partners/" + b, 1, a);
    }

    @Test
    void mergedMemberThenMerged() {
        String b = create("partners", "{\"name\":\"Repro net\"}");
        String a = create("partners", "{\"name\":\"Repro member\",\"networks\":[\"" + b + "\"]}");
        String c = create("partners", "{\"name\":\"Repro third\"}");
        Writes.merge(200, "/v1/partners/" + a, 1, b);
        Writes.merge(200, "/v1/partners/" + c, 1, a);
    }
}
