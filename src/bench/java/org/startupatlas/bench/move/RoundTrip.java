package org.startupatlas.bench.move;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.startupatlas.bench.fire.BrokenPromise;
import org.startupatlas.bench.fire.Node;
import org.startupatlas.bench.fire.Postgresql;
import org.startupatlas.bundle.BundlePart;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/**
 * Exports all resources from a node of the built product, imports them into empty nodes on both databases and from both
 * formats, and exports them again: the bytes must be the same, apart from versions and times. A difference ends the
 * program with exit code 1; {@code src/bench/roundtrip} runs it.
 */
public final class RoundTrip {

    /** Ordered so that each resource refers only to resources before it; vocabularies exist already. */
    private static final List<String> RESOURCES = Stream.concat(
                    Stream.of(ResourceSchema.VOCABULARIES), BundlePart.ECOSYSTEM.resources().stream())
            .toList();

    private static final List<String> EXPORTED = List.of("csv", "ndjson", "json");

    private static final Set<String> SERVER_MANAGED = Set.of("version", "created_at", "updated_at");

    /** Texts with formulas, quotes and several scripts. */
    private static final List<String> HOSTILE = List.of(
            "=1+1",
            "+212 5",
            "-5",
            "@sum",
            "'quoted",
            "a \"quoted\" name, with; all | delimiters, and commas",
            "two\nlines\r\nand three",
            "\u200Fشركة\u200F ذات مسؤولية محدودة",
            "Société d’Émulation œuvre æ ß İ",
            "日本の会社 🚀 \u202Eevil",
            "back\\slash;\\;semicolon",
            "=HYPERLINK(\"x\")");

    private final Path folder;
    private final Map<String, Path> products;

    private RoundTrip(Path folder, Map<String, Path> products) {
        this.folder = folder;
        this.products = Map.copyOf(products);
    }

    /** Arguments: the folders of the product for H2 and for PostgreSQL, and an empty folder to work in. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, Path> products = Map.of("h2", Path.of(arguments[0]), "postgresql", Path.of(arguments[1]));
        boolean same = true;
        try {
            new RoundTrip(Files.createDirectories(Path.of(arguments[2])), products).run();
        } catch (BrokenPromise broken) {
            System.err.println("roundtrip: " + broken.getMessage());
            same = false;
        }
        // The JDK's HTTP clients and PostgreSQL's helpers leave threads running.
        System.exit(same ? 0 : 1);
    }

    private void run() throws IOException, InterruptedException {
        Map<String, String> all = source();
        for (String format : List.of("csv", "ndjson")) {
            intoH2(format, all);
            intoPostgresql(format, all);
        }
    }

    /** Returns the exports of a node with the bundled data and difficult texts. */
    private Map<String, String> source() throws IOException, InterruptedException {
        Node node = node("source", "h2", Map.of("ATLAS_SAMPLE_DATA", "true"));
        node.start();
        try {
            RestAssured.baseURI = node.address().toString();
            HOSTILE.forEach(RoundTrip::write);
            return exports();
        } finally {
            node.kill();
        }
    }

    private static void write(String text) {
        ObjectNode startup =
                JsonNodeFactory.instance.objectNode().put("name", "x " + text).put("notes", text);
        startup.putObject("summary").put("fr", text).put("ar", text);
        startup.putArray("other_names").addObject().put("name", text).put("kind", "alternate");
        startup.putArray("sectors").add("fintech").add("healthtech");
        Writes.post(201, "/v1/startups", startup.toString());
    }

    private void intoH2(String format, Map<String, String> all) throws IOException, InterruptedException {
        assertRoundTrip(node("h2-" + format, "h2", Map.of()), "H2", format, all);
    }

    private void intoPostgresql(String format, Map<String, String> all) throws IOException, InterruptedException {
        try (Postgresql server = new Postgresql(Files.createDirectories(folder.resolve("postgresql-" + format)))) {
            assertRoundTrip(node("postgresql-" + format, "postgresql", server.settings()), "PostgreSQL", format, all);
        }
    }

    private Node node(String name, String database, Map<String, String> settings) throws IOException {
        Map<String, String> own = new HashMap<>(Map.of(
                "ATLAS_DATA_DIR",
                folder.resolve(name).toAbsolutePath().toString(),
                "ATLAS_SAMPLE_DATA",
                "false",
                "ATLAS_ADMIN_KEY",
                TestKeys.ADMIN));
        own.putAll(settings);
        own.put("ATLAS_ADMIN_KEY", TestKeys.ADMIN);
        return new Node(name, products.get(database), folder, own);
    }

    private static void assertRoundTrip(Node node, String database, String format, Map<String, String> all)
            throws IOException, InterruptedException {
        node.start();
        try {
            RestAssured.baseURI = node.address().toString();
            for (String resource : RESOURCES) {
                importFile(resource, format, all.get(resource + "." + format));
            }
            Map<String, String> again = exports();
            for (Map.Entry<String, String> each : all.entrySet()) {
                compare(database + ", from " + format + ", " + each.getKey(), each, again.get(each.getKey()));
            }
            System.out.printf("roundtrip: %s, from %s: %d exports are the same%n", database, format, again.size());
        } finally {
            node.kill();
        }
    }

    private static Map<String, String> exports() {
        Map<String, String> exports = new LinkedHashMap<>();
        for (String resource : RESOURCES) {
            for (String format : EXPORTED) {
                String path = "/v1/exports/" + resource + "?format=" + format;
                byte[] bytes = Atlas.get(200, path).asByteArray();
                exports.put(resource + "." + format, new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return exports;
    }

    private static void importFile(String resource, String format, String file) throws InterruptedException {
        String mediaType = format.equals("csv") ? "text/csv" : "application/x-ndjson";
        Response accepted = Writes.of(TestKeys.ADMIN, mediaType)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports/" + resource);
        JsonNode job = Atlas.read(JsonNode.class, accepted);
        while (job.path("ended_at").isNull()) {
            Thread.sleep(50);
            job = Atlas.read(JsonNode.class, TestKeys.asAdmin().get(accepted.header("Location")));
        }
        boolean whole = job.path("state").asText().equals("done")
                && job.at("/rows/refused").intValue() == 0
                && job.at("/rows/updated").intValue() == 0;
        if (!whole) {
            String report = TestKeys.asAdmin()
                    .get(accepted.header("Location") + "/report")
                    .asString();
            throw new BrokenPromise(resource + " did not come in whole: " + job + " " + report);
        }
    }

    private static void compare(String what, Map.Entry<String, String> before, String after) {
        boolean isTable = before.getKey().endsWith(".csv");
        String one =
                isTable ? withoutServerManagedColumns(before.getValue()) : withoutServerManagedKeys(before.getValue());
        String other = isTable ? withoutServerManagedColumns(after) : withoutServerManagedKeys(after);
        if (!one.equals(other)) {
            int at = 0;
            while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
                at++;
            }
            throw new BrokenPromise(what + " differs at " + at + ":\n" + around(one, at) + "\n" + around(other, at));
        }
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 200));
    }

    /** Returns JSON without server-managed fields. */
    private static String withoutServerManagedKeys(String json) {
        return json.replaceAll("\"version\":\\d+", "")
                .replaceAll("\"(created_at|updated_at)\":\"[^\"]*\"", "")
                .replaceAll("\"revision\":\\d+", "");
    }

    /** Returns CSV without server-managed columns. */
    private static String withoutServerManagedColumns(String csv) {
        StringBuilder cells = new StringBuilder();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : reader) {
                for (String column : row.getHeader()) {
                    if (!SERVER_MANAGED.contains(column)) {
                        cells.append(column)
                                .append('=')
                                .append(row.getField(column))
                                .append('\n');
                    }
                }
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return cells.toString();
    }
}
