package org.startupatlas.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.startupatlas.documents.Document.Block;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.Writes;

/** Tests that the script of the page about syncing copies all startups and keeps the copy exact. */
@QuarkusTest
@TestProfile(ForWriting.class)
class DocumentsCopyTest {
    @TestHTTPResource
    URL application;

    @TempDir
    Path folder;

    @Test
    void copyFollowsEditsMergesAndDeletes() throws IOException, InterruptedException {
        Writes.post(
                201,
                "/v1/startups",
                "{\"name\":\"Before\",\"notes\":\"line\\none \\\"quoted\\\" \\\\ } ,\\\"record\\\":null}\"}");
        assertExact();
        String first = Writes.createStartup("First é \\\"x\\\"").id().toString();
        Writes.createStartup("Second");
        Writes.createStartup("Third");
        Writes.patch(200, "/v1/startups/" + first, 1, "{\"notes\":\"changed\"}");
        Writes.merge(200, "/v1/startups/" + first, 2, "second");
        Writes.delete(204, "/v1/startups/third", 1);
        Writes.patch(200, "/v1/startups/before", 1, "{\"slug\":\"before-renamed\"}");
        Writes.post(201, "/v1/partners", "{\"name\":\"Not a startup\"}");
        assertExact();
        assertExact();
        for (int i = 0; i < 120; i++) { // more than a page of the feed
            Writes.createStartup("One of many");
        }
        assertExact();
    }

    private void assertExact() throws IOException, InterruptedException {
        run();
        Map<String, JsonNode> expected = new TreeMap<>();
        Atlas.walk(JsonNode.class, "/v1/startups?limit=200")
                .forEach(record -> expected.put(record.get("id").textValue() + ".json", record));
        Map<String, JsonNode> copied = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("copy"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                copied.put(file.getFileName().toString(), Atlas.json().readTree(file.toFile()));
            }
        }
        assertEquals(expected, copied);
    }

    private void run() throws IOException, InterruptedException {
        Block shown = Document.read("src/docs/syncing.md").blocks().stream()
                .filter(block -> "copy.sh".equals(block.file()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the page shows the script"));
        Path script = Files.writeString(folder.resolve("copy.sh"), shown.text());
        ProcessBuilder process = new ProcessBuilder(
                        "bash", script.toString(), folder.resolve("copy").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        process.environment().put("ATLAS", application.toString().replaceAll("/$", ""));
        int status = process.start().waitFor();
        assertEquals(0, status, Files.readString(folder.resolve("output")));
    }
}
