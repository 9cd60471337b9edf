package org.startupatlas.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ChangesOf;
import org.startupatlas.testing.ProblemAnswer;

/** Tests the ZIP archive with all resources, a Frictionless Data Package. */
@QuarkusTest
class DataPackageTest {
    private static final String ALL = "/v1/exports/all.zip";
    private static final String DESCRIPTOR = "datapackage.json";

    @Test
    void descriptorIsValid() throws IOException {
        JsonSchema schema = schema();
        JsonNode descriptor = Atlas.json().readTree(files(ALL).get(DESCRIPTOR));
        assertEquals(Set.of(), schema.validate(descriptor));
        // Proves that the schema detects a defect.
        ObjectNode broken = descriptor.deepCopy();
        ((ObjectNode) broken.at("/resources/0/schema/fields/0")).put("type", "text");
        assertFalse(schema.validate(broken).isEmpty());
        broken = descriptor.deepCopy();
        broken.remove("resources");
        assertFalse(schema.validate(broken).isEmpty());
    }

    @Test
    void tablesEqualExportsOfResources() throws Exception {
        Map<String, byte[]> files = files(ALL);
        JsonNode descriptor = Atlas.json().readTree(files.get(DESCRIPTOR));
        assertEquals(
                ResourceCatalog.SCHEMAS.stream().map(ResourceSchema::resource).toList(),
                descriptor.findValuesAsText("path").stream()
                        .filter(path -> path.startsWith("data/"))
                        .map(path -> path.substring("data/".length(), path.length() - ".csv".length()))
                        .toList());
        for (JsonNode resource : descriptor.get("resources")) {
            byte[] table = files.get(resource.get("path").textValue());
            assertArrayEquals(
                    Atlas.get(200, "/v1/exports/" + resource.get("name").textValue() + "?format=csv")
                            .asByteArray(),
                    table);
            assertEquals(table.length, resource.get("bytes").intValue());
            assertEquals("sha256:" + sha256(table), resource.get("hash").textValue());
        }
        assertEquals(
                Set.of("README.md", "LICENSE.txt", DESCRIPTOR),
                files.keySet().stream()
                        .filter(name -> !name.startsWith("data/"))
                        .collect(java.util.stream.Collectors.toSet()));
        assertTrue(new String(files.get("LICENSE.txt"), StandardCharsets.UTF_8).contains("CC-BY-4.0"));
    }

    @Test
    void cellsHaveDescribedTypes() throws IOException {
        Map<String, byte[]> files = files(ALL);
        for (JsonNode resource : Atlas.json().readTree(files.get(DESCRIPTOR)).get("resources")) {
            List<String> columns = resource.at("/schema/fields").findValuesAsText("name");
            for (NamedCsvRecord line : lines(files.get(resource.get("path").textValue()))) {
                assertEquals(columns, line.getHeader());
                for (JsonNode field : resource.at("/schema/fields")) {
                    assertHasType(field, line.getField(field.get("name").textValue()));
                }
            }
        }
    }

    @Test
    void foreignKeysReferToRows() throws IOException {
        Map<String, byte[]> files = files(ALL);
        JsonNode resources = Atlas.json().readTree(files.get(DESCRIPTOR)).get("resources");
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        for (JsonNode resource : resources) {
            Set<String> those = new HashSet<>();
            for (NamedCsvRecord line : lines(files.get(resource.get("path").textValue()))) {
                assertTrue(those.add(
                        line.getField(resource.at("/schema/primaryKey").textValue())));
            }
            ids.put(resource.get("name").textValue(), those);
        }
        int followed = 0;
        for (JsonNode resource : resources) {
            for (JsonNode key : resource.at("/schema/foreignKeys")) {
                for (NamedCsvRecord line : lines(files.get(resource.get("path").textValue()))) {
                    String id = line.getField(key.get("fields").textValue());
                    Set<String> target = ids.get(key.at("/reference/resource").textValue());
                    assertTrue(id.isEmpty() || target.contains(id), key + ": " + id);
                    followed += id.isEmpty() ? 0 : 1;
                }
            }
        }
        assertTrue(followed > 0);
    }

    @Test
    void sameRevisionIsSameBytes() throws Exception {
        Response first = Atlas.get(200, ALL);
        String revision = first.header("Atlas-Revision");
        assertEquals("application/zip", first.contentType());
        assertEquals(
                "attachment; filename=\"startup-atlas-all-" + revision + ".zip\"", first.header("Content-Disposition"));
        assertArrayEquals(
                first.asByteArray(), Atlas.get(200, ALL + "?as_of=" + revision).asByteArray());
        JsonNode manifest = Atlas.tree(ALL + "?manifest=true");
        assertEquals(first.asByteArray().length, manifest.get("bytes").intValue());
        assertEquals(sha256(first.asByteArray()), manifest.get("sha256").textValue());
        JsonNode descriptor = Atlas.json().readTree(files(ALL).get(DESCRIPTOR));
        assertEquals(revision, descriptor.get("version").textValue());
        Instant at = ChangesOf.page("/v1/changes?since=" + (Long.parseLong(revision) - 1))
                .data()
                .get(0)
                .at();
        assertEquals(at, Instant.parse(descriptor.get("created").textValue()));
    }

    @Test
    void pastDataPackageIsReproducible() throws IOException {
        Map<String, byte[]> nothing = files(ALL + "?as_of=0");
        JsonNode descriptor = Atlas.json().readTree(nothing.get(DESCRIPTOR));
        assertEquals(Set.of(), schema().validate(descriptor));
        for (JsonNode resource : descriptor.get("resources")) {
            assertEquals(
                    List.of(),
                    lines(nothing.get(resource.get("path").textValue())),
                    resource.get("name").asText());
        }
        ProblemAnswer problem = Atlas.problem(400, ALL + "?format=csv");
        assertEquals("format", problem.errors().get(0).parameter());
    }

    private static void assertHasType(JsonNode field, String cell) throws IOException {
        boolean required = field.at("/constraints/required").asBoolean();
        assertFalse(required && cell.isEmpty(), field.toString());
        if (cell.isEmpty()) {
            return;
        }
        switch (field.get("type").textValue()) {
            case "integer" -> Integer.parseInt(cell);
            case "number" -> new BigDecimal(cell);
            case "boolean" -> assertTrue(Set.of("true", "false").contains(cell), cell);
            case "datetime" -> Instant.parse(cell);
            case "array" -> assertTrue(Atlas.json().readTree(cell).isArray(), cell);
            default -> assertEquals("string", field.get("type").textValue());
        }
        if (field.path("format").asText().equals("uuid")) {
            assertEquals(cell, UUID.fromString(cell).toString());
        }
    }

    private static List<NamedCsvRecord> lines(byte[] table) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new String(table, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        }
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream schema = DataPackageTest.class.getResourceAsStream("/datapackage/tabular-data-package.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                    .getSchema(Atlas.json().readTree(schema));
        }
    }

    private static Map<String, byte[]> files(String path) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Atlas.get(200, path).asByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
