package org.startupatlas.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.imports.Imports;
import org.startupatlas.imports.JobAnswer;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;
import org.startupatlas.write.StatedBounds.Excess;

/** Tests that every bound of the document is checked before the database does, in JSON and in files. */
@QuarkusTest
@TestProfile(ForWriting.class)
class StatedBoundsTest {
    /** Fields managed by the server, which files do not contain. */
    private static final Set<String> LEFT_OUT_OF_FILES = Set.of("version", "created_at", "updated_at");

    static List<String> resources() {
        return StatedBounds.resources();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void valueBeyondABoundIsRejectedInJson(String resource) {
        String path = "/v1/" + resource;
        JsonNode record = Atlas.read(
                JsonNode.class,
                Writes.post(
                        201,
                        path,
                        StatedBounds.required(resource, "Within bounds").toString()));
        String own = path + "/" + record.get("id").textValue();
        List<Excess> excesses = StatedBounds.of(resource);
        assertTrue(excesses.size() > 20, excesses::toString);
        for (List<Excess> some : batches(excesses)) {
            ObjectNode patch = Atlas.json().createObjectNode();
            some.forEach(excess -> patch.setAll(excess.patch()));
            String whole = StatedBounds.required(resource, "Beyond bounds")
                    .setAll(patch)
                    .toString();
            assertNamed(some, Writes.post(422, path, whole));
            assertNamed(some, Writes.put(422, own, 1, whole));
            assertNamed(some, Writes.patch(422, own, 1, patch.toString()));
        }
        assertEquals(record, Atlas.tree(own));
    }

    /** One for each field at a time: all that is wrong with a body is named, whatever else is wrong with it. */
    private static List<List<Excess>> batches(List<Excess> excesses) {
        List<List<Excess>> batches = new ArrayList<>();
        for (Excess excess : excesses) {
            if (!excess.isOnlyOfFiles()) {
                List<Excess> without = batches.stream()
                        .filter(batch ->
                                batch.stream().noneMatch(other -> other.field().equals(excess.field())))
                        .findFirst()
                        .orElseGet(ArrayList::new);
                if (without.isEmpty()) {
                    batches.add(without);
                }
                without.add(excess);
            }
        }
        return batches;
    }

    private static void assertNamed(List<Excess> excesses, Response refused) {
        Set<String> pointers = Writes.problem(refused).errors().stream()
                .map(ProblemAnswer.Error::pointer)
                .collect(Collectors.toSet());
        for (Excess excess : excesses) {
            assertTrue(pointers.contains(excess.pointer()), () -> excess + ": " + refused.asString());
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void valueBeyondABoundIsNotWrittenFromFiles(String resource) {
        List<Excess> excesses = StatedBounds.of(resource).stream()
                .filter(excess -> !LEFT_OUT_OF_FILES.contains(excess.field()))
                // An empty text is an empty cell.
                .filter(excess -> !excess.bound().equals("minLength"))
                // A megabyte each; one of them is like the other.
                .filter(excess -> !excess.isOnlyOfFiles() || excess.field().equals("notes"))
                .toList();
        List<String> lines = new ArrayList<>();
        for (Excess excess : excesses) {
            ObjectNode row = StatedBounds.required(resource, "Beyond " + lines.size());
            lines.add(row.setAll(excess.patch()).toString());
        }
        String file = String.join("\n", lines);
        JobAnswer strict = Imports.ndjson(resource + "?strict=true", file);
        assertNotWritten(excesses, strict, "refused");
        assertEquals(excesses.size(), strict.rows().refused());
        assertNotWritten(excesses, Imports.ndjson(resource + "?dry_run=true", file), "refused", "left_out");
    }

    private static void assertNotWritten(List<Excess> excesses, JobAnswer job, String... parts) {
        assertEquals("done", job.state(), job::toString);
        JsonNode report = Imports.report(job);
        Set<Integer> lines = new HashSet<>();
        for (String part : parts) {
            report.get(part).forEach(entry -> lines.add(entry.get("line").intValue()));
        }
        for (int i = 0; i < excesses.size(); i++) {
            assertTrue(lines.contains(i + 1), excesses.get(i)::toString);
        }
        assertTrue(report.get("codes").path("row-failed").isMissingNode(), report.get("codes")::toString);
    }

    @Test
    void slugMayHaveTheStatedLength() {
        String longest = "s".repeat(200);
        assertEquals(
                longest,
                Writes.create(StartupRecord.class, "/v1/startups", "{\"name\":\"A\",\"slug\":\"" + longest + "\"}")
                        .slug());
        assertEquals(
                1,
                Imports.csv("startups", "name,slug\nB,t" + longest.substring(1) + "\n")
                        .rows()
                        .created());
        JobAnswer job = Imports.csv("startups", "name,slug\nBefore The Long,\nC,t" + longest + "\nBehind The Long,\n");
        assertEquals(new JobAnswer.Rows(3, 2, 0, 0, 1), job.rows());
        assertEquals("too-long", Imports.report(job).at("/refused/0/code").textValue());
        Atlas.get(200, "/v1/startups/behind-the-long");
    }

    @ParameterizedTest
    @CsvSource({"250", "64", "63"})
    void nameOfAnyLengthHasAValidSlug(int length) {
        for (int times = 0; times < 3; times++) {
            JsonNode record = Atlas.read(
                    JsonNode.class, Writes.post(201, "/v1/vocabularies", "{\"name\":\"" + "v".repeat(length) + "\"}"));
            assertTrue(record.get("id").textValue().length() <= 64, record::toString);
        }
    }

    @Test
    void idInAFileIsKeptOrRefused() {
        JobAnswer job = Imports.csv(
                "vocabularies", "id,name\npets,Pets\nTwo Words,Two\n" + "p".repeat(65) + ",Long\nwild_pets,Wild\n");
        JsonNode report = Imports.report(job);
        assertEquals(new JobAnswer.Rows(4, 2, 0, 0, 2), job.rows(), report::toString);
        assertEquals("invalid-value", report.at("/refused/0/code").textValue());
        assertEquals("two_words", report.at("/refused/0/did_you_mean").textValue());
        assertEquals("too-long", report.at("/refused/1/code").textValue());
        Atlas.get(200, "/v1/vocabularies/pets");
    }

    /** Half of the letters of a name may be beyond the plane in which a letter is one character of Java. */
    @Test
    void nameOfEmojiIsRejected() {
        String emoji = "😀".repeat(150);
        assertEquals(
                "too-long-folded",
                Writes.problem(Writes.post(422, "/v1/startups", "{\"name\":\"" + emoji + "\"}"))
                        .errors()
                        .get(0)
                        .code());
        Writes.post(422, "/v1/keys", "{\"role\":\"curator\",\"name\":\"" + emoji + "\"}");
    }

    @Test
    void operationBodiesHaveBounds() {
        String path = "/v1/startups/chari";
        Writes.merge(422, path, 1, "a".repeat(201));
        Writes.post(422, path + "/redact", "{\"path\":\"notes\",\"replacement\":\"" + "a".repeat(1_001) + "\"}");
        Response unknown = Writes.post(
                404,
                TestKeys.asAdmin().header("Idempotency-Key", "long path").header("If-Match", "\"1\""),
                "/v1/startups/" + "a".repeat(500) + "/merge",
                "{\"from\":\"weego\"}");
        assertEquals("unknown-record", Writes.problem(unknown).code());
    }

    @Test
    void mergeWithTooLongListIsRejected() {
        List<String> countries = new ArrayList<>();
        Atlas.tree("/v1/countries?limit=60")
                .get("data")
                .forEach(country -> countries.add(country.get("id").toString()));
        String left = program("Offered Here", countries.subList(0, 30));
        String right = program("Offered There", countries.subList(30, 60));
        ProblemAnswer problem = Writes.problem(Writes.merge(422, "/v1/programs/" + left, 1, right));
        assertEquals("too-many", problem.errors().get(0).code());
        assertEquals("/countries", problem.errors().get(0).pointer());
    }

    @Test
    void mergeWithTooLongNestedListIsRejected() {
        String left = vocabulary("Spelled Here", 0);
        String right = vocabulary("Spelled There", 30);
        ProblemAnswer problem = Writes.problem(Writes.merge(422, "/v1/vocabularies/" + left, 1, right));
        assertEquals("/terms/0/spellings", problem.errors().get(0).pointer());
    }

    private static String vocabulary(String name, int from) {
        String spellings = IntStream.range(from, from + 30)
                .mapToObj(i -> "\"spelling " + i + "\"")
                .collect(Collectors.joining(","));
        String body =
                "{\"name\":\"" + name + "\",\"terms\":[{\"code\":\"spelled\",\"spellings\":[" + spellings + "]}]}";
        return Atlas.read(JsonNode.class, Writes.post(201, "/v1/vocabularies", body))
                .get("id")
                .textValue();
    }

    /** On PostgreSQL one entry of an index has a startup's name, its city and its sectors. */
    @Test
    void longestAllowedValuesAreWritten() {
        String path = "/v1/vocabularies/sectors";
        ObjectNode sectors = (ObjectNode) Atlas.tree(path);
        Random random = new Random(17);
        List<String> codes = Stream.generate(() -> letters(random, "abcdefghijklmnopqrstuvwxyz0123456789", 64))
                .limit(16)
                .toList();
        ObjectNode more = sectors.deepCopy();
        codes.forEach(
                code -> more.withArray("terms").addObject().put("code", code).putObject("labels"));
        Writes.put(200, path, sectors.get("version").intValue(), more.toString());

        ObjectNode startup = Atlas.json().createObjectNode();
        startup.put("name", letters(random, "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", 250));
        startup.put("city", letters(random, "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", 250));
        codes.forEach(startup.withArray("sectors")::add);
        ProblemAnswer tooLong = Writes.problem(Writes.post(422, "/v1/startups", startup.toString()));
        assertEquals("too-long-together", tooLong.errors().get(0).code());
        startup.withArray("sectors").remove(0);
        StartupRecord written = Writes.create(StartupRecord.class, "/v1/startups", startup.toString());

        Writes.delete(204, "/v1/startups/" + written.id(), 1);
        int version = Atlas.tree(path).get("version").intValue();
        sectors.put("version", version);
        sectors.remove("updated_at");
        Writes.put(200, path, version, sectors.toString());
    }

    private static String letters(Random random, String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .mapToObj(at -> alphabet.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    private static String program(String name, List<String> countries) {
        String body = "{\"name\":\"" + name + "\",\"countries\":" + countries + "}";
        return Atlas.read(JsonNode.class, Writes.post(201, "/v1/programs", body))
                .get("slug")
                .textValue();
    }
}
