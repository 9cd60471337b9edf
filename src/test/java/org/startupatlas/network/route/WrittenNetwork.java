package org.startupatlas.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.startupatlas.testing.Writes;

/** Writes small networks whose records have nothing to do with others. */
public final class WrittenNetwork {

    private final String name;

    /** A network whose records are called after a test. */
    public WrittenNetwork(String name) {
        this.name = name;
    }

    /** Creates a startup without a country. */
    public String startup(String word) {
        return create("startups", word, "");
    }

    /** Creates a startup that has its seat in a country. */
    public String startup(String word, String country) {
        return create("startups", word, ",\"country\":\"" + country + "\"");
    }

    /** Creates a partner with presences in countries. */
    public String partner(String word, String... countries) {
        String presences = Arrays.stream(countries)
                .map(country -> "{\"country\":\"" + country + "\",\"kind\":\"office\",\"since\":\"2020\"}")
                .collect(Collectors.joining(","));
        return create("partners", word, ",\"presences\":[" + presences + "]");
    }

    /** Creates a program that a partner operates. */
    public String program(String word, String operator) {
        return create(
                "programs",
                word,
                ",\"started\":\"2019\",\"status\":\"active\",\"operators\":[" + organisation(operator) + "]");
    }

    /** Creates a participation. */
    public String participation(String startup, String program) {
        return Writes.create(
                        JsonNode.class,
                        "/v1/participations",
                        "{\"startup\":\"" + startup + "\",\"program\":\"" + program
                                + "\",\"from\":\"2021\",\"state\":\"completed\"}")
                .get("id")
                .textValue();
    }

    /** Creates an agreement of two partners. */
    public String agreement(String one, String other) {
        return create(
                "agreements",
                "agreement",
                ",\"signed\":\"2024-05-29\",\"status\":\"signed\",\"parties\":[" + organisation(one) + ","
                        + organisation(other)
                        + "],\"provenance\":[{\"publisher\":\"press\",\"confidence\":\"reported\",\"used\":true}]");
    }

    /** Creates a record. */
    public String create(String resource, String word, String members) {
        return Writes.create(
                        JsonNode.class, "/v1/" + resource, "{\"name\":\"" + name + " " + word + "\"" + members + "}")
                .get("id")
                .textValue();
    }

    private static String organisation(String partner) {
        return "{\"partner\":\"" + partner + "\",\"name\":\"As published\"}";
    }
}
