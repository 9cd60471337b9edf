package org.startupatlas.reconcile;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.startupatlas.http.Limits;
import org.startupatlas.testing.Atlas;

/** Sends queries, and reads their results into types after validating them with the schemas of the specification. */
final class Answers {
    static final String PATH = "/reconcile";

    private static final String FORM = "application/x-www-form-urlencoded";

    private Answers() {}

    /** A type or a property. */
    record Named(String id, String name) {}

    /** A part of a score. */
    record Feature(String id, JsonNode value) {}

    /** A candidate; {@code description} is null if it has none. */
    record Candidate(
            String id,
            String name,
            String description,
            List<Named> type,
            double score,
            List<Feature> features,
            boolean match) {

        /** Returns whether a name of the record is the same, however it is spelled. */
        boolean hasSameName() {
            return features.stream()
                    .anyMatch(feature ->
                            feature.id().equals("same_name") && feature.value().booleanValue());
        }
    }

    /** The result of a query. */
    record Result(List<Candidate> result) {
        Candidate first() {
            return result.get(0);
        }

        /** Returns the candidate that is certain, or null. */
        Candidate certain() {
            return result.stream().filter(Candidate::match).findFirst().orElse(null);
        }
    }

    /** Returns the results of a batch that is sent as OpenRefine sends it. */
    static Map<String, Result> batch(String queries) {
        return results(200, postForm("queries", queries));
    }

    /** Returns the results of queries, in their order, which are sent in batches. */
    static List<Result> results(List<String> queries) {
        List<Result> results = new ArrayList<>();
        for (int start = 0; start < queries.size(); start += Limits.MAX_RECONCILED) {
            int end = Math.min(queries.size(), start + Limits.MAX_RECONCILED);
            Map<String, Result> batch = batch(IntStream.range(start, end)
                    .mapToObj(i -> "\"" + i + "\":" + queries.get(i))
                    .collect(Collectors.joining(",", "{", "}")));
            IntStream.range(start, end).forEach(i -> results.add(batch.get(String.valueOf(i))));
        }
        return results;
    }

    /** Returns the result of one query. */
    static Result query(String query) {
        return batch("{\"q0\":" + query + "}").get("q0");
    }

    /** Returns the result of a query for a name of a type. */
    static Result named(String name, String type) {
        return query(queryFor(name, type));
    }

    /** Returns the query for a name of a type, or of any type for null. */
    static String queryFor(String name, String type) {
        ObjectNode query = Atlas.json().createObjectNode().put("query", name);
        if (type != null) {
            query.put("type", type);
        }
        return query.toString();
    }

    static Map<String, Result> results(int status, Response answer) {
        assertEquals(status, answer.statusCode(), answer::asString);
        JsonNode body = Atlas.json(answer.asString());
        assertEquals(List.of(), faults("reconciliation-result-batch", body));
        return Atlas.json().convertValue(body, new TypeReference<Map<String, Result>>() {});
    }

    static Response postForm(String field, String json) {
        return given().contentType(FORM + "; charset=UTF-8")
                .formParam(field, json)
                .post(PATH);
    }

    /** Returns the JSON of a path, which must be valid by a schema of the specification. */
    static <T> T read(Class<T> type, String schema, String path) {
        Response answer = Atlas.get(200, path);
        assertEquals(List.of(), faults(schema, Atlas.json(answer.asString())));
        return Atlas.read(type, answer);
    }

    /** Returns what is wrong with a value by a schema of the specification. */
    static List<String> faults(String schema, JsonNode value) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(schema(schema))
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** Reads a schema, without the identifiers by which a validator would look for others in the network. */
    private static JsonNode schema(String name) {
        try (InputStream file = Answers.class.getResourceAsStream("/reconcile/" + name + ".json")) {
            ObjectNode schema = (ObjectNode) Atlas.json().readTree(file);
            schema.remove(List.of("$schema", "$id"));
            if (name.equals("type")) {
                ((ObjectNode) schema.get("properties")).remove("broader"); // no type has one
            }
            schema.at("/properties").findParents("$ref").forEach(Answers::resolve);
            return schema;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static void resolve(JsonNode reference) {
        String target = reference.get("$ref").textValue();
        if (target.equals("type.json")) {
            ObjectNode type = (ObjectNode) schema("type");
            ((ObjectNode) reference).removeAll();
            ((ObjectNode) reference).setAll(type);
        } else if (target.startsWith("http")) {
            ((ObjectNode) reference).removeAll(); // of authentication, which the service does not have
        }
    }
}
