package org.startupatlas.network.match;

import com.fasterxml.jackson.databind.JsonNode;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Writes;

/** Writes records of which a test needs only the ids. */
final class Written {
    private Written() {}

    /**
     * Creates a record.
     *
     * @param members its members, after its name; empty, or each after a comma
     */
    static String create(String resource, String name, String members) {
        return Writes.create(JsonNode.class, "/v1/" + resource, "{\"name\":\"" + name + "\"" + members + "}")
                .get("id")
                .textValue();
    }

    static String participate(String startup, String program, String outcome) {
        return create(
                "participations",
                "Participation",
                ",\"startup\":\"" + startup + "\",\"program\":\"" + program + "\",\"outcome\":"
                        + (outcome == null ? "null" : "\"" + outcome + "\""));
    }

    /** Changes the current version of a record. */
    static void change(String resource, String id, String members) {
        String path = "/v1/" + resource + "/" + id;
        Writes.patch(200, path, Atlas.tree(path).get("version").intValue(), "{" + members + "}");
    }

    static void delete(String resource, String id) {
        String path = "/v1/" + resource + "/" + id;
        Writes.delete(204, path, Atlas.tree(path).get("version").intValue());
    }
}
