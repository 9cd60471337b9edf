package org.startupatlas.imports.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.cell.ColumnNames;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.resource.partner.PartnerRecord;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Field.Shape;
import org.startupatlas.schema.ResourceSchema;

/** Tests that exported CSV and NDJSON is imported with the same values. */
@QuarkusTest
class CellsComeBackTest {
    /** Characters that begin a formula, or may be before one. */
    private static final String FORMULA_CHARACTERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final List<String> SERVER_MANAGED = List.of("version", "created_at", "updated_at");

    @Inject
    CellParser values;

    static Stream<ResourceSchema> schemas() {
        return ResourceCatalog.SCHEMAS.stream();
    }

    private ImportedFile read(byte[] bytes, ResourceSchema schema) {
        ImportedFile file = ImportedFile.read(bytes, schema, ReadingOptions.NONE, values);
        assertNull(file.refusal());
        return file;
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyBundledValueRoundTripsThroughCsv(ResourceSchema schema) {
        List<ObjectNode> records = Bundle.records(schema);
        ImportedFile file = read(Bundle.csv(schema, records), schema);
        assertEquals(ColumnNames.of(schema).names(), file.fields());
        assertEquals(records.size(), file.rows().size());
        for (int i = 0; i < records.size(); i++) {
            assertSame(schema, records.get(i), file.rows().get(i));
        }
    }

    private static void assertSame(ResourceSchema schema, ObjectNode record, ImportRow row) {
        assertEquals(List.of(), row.problems());
        for (String name : ColumnNames.of(schema).names()) {
            JsonNode written = Bundle.value(record, name);
            JsonNode read = Bundle.value(row.record(), name);
            if (written.isNull()
                    || written.isMissingNode()
                    || written.isEmpty() && read.isMissingNode() && written.isArray()) {
                assertTrue(read.isMissingNode(), name + ": " + read);
            } else {
                assertEquals(written, read, name);
            }
        }
    }

    private static boolean isListOfTexts(ResourceSchema schema, String name) {
        return schema.field(name).map(Field::shape).filter(Shape.VALUES::equals).isPresent();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyBundledRecordRoundTripsThroughNdjson(ResourceSchema schema) {
        List<ObjectNode> records = Bundle.records(schema);
        String lines = records.stream().map(ObjectNode::toString).collect(Collectors.joining("\n"));
        ImportedFile file = read(ImportedFile.utf8(lines), schema);
        for (int i = 0; i < records.size(); i++) {
            assertEquals(List.of(), file.rows().get(i).problems());
            assertEquals(
                    records.get(i).without(SERVER_MANAGED), file.rows().get(i).record());
        }
    }

    /** Texts that a spreadsheet would evaluate, quote, split or lose. */
    @Test
    void everyTextRoundTripsThroughCsv() {
        String letters = "a=+-@'\uFF1D\uFF0B\uFF0D\uFF20\t\r\n;,|\"\\é٣ش\u200f {}[]:<.5";
        Random random = new Random(11);
        List<ObjectNode> records = IntStream.range(0, 3_000)
                .mapToObj(i -> {
                    String text = random.ints(1 + random.nextInt(6), 0, letters.length())
                            .mapToObj(at -> letters.substring(at, at + 1))
                            .collect(Collectors.joining());
                    // A text of signs alone says that the value is unknown.
                    return TextNormalizer.hasLetterOrDigit(text) ? text : "x" + text;
                })
                .map(text -> Bundle.records(StartupRecord.SCHEMA)
                        .get(0)
                        .deepCopy()
                        .put("name", text)
                        .put("notes", text))
                .toList();
        byte[] table = Bundle.csv(StartupRecord.SCHEMA, records);
        CsvReader.builder()
                .ofCsvRecord(new String(table, StandardCharsets.UTF_8))
                .forEach(row -> row.getFields()
                        .forEach(cell ->
                                assertTrue(cell.isEmpty() || FORMULA_CHARACTERS.indexOf(cell.charAt(0)) < 0, cell)));
        ImportedFile file = read(table, StartupRecord.SCHEMA);
        for (int i = 0; i < records.size(); i++) {
            ObjectNode record = records.get(i);
            // No text is stored with a tab.
            String text = record.get("name").textValue().replace('\t', ' ');
            assertSame(
                    StartupRecord.SCHEMA,
                    record.put("name", text).put("notes", text),
                    file.rows().get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void bundleRoundTripsInSpreadsheetCharsets(String charset, String delimiter, String language) {
        List<ObjectNode> names = Bundle.records(ResourceCatalog.SCHEMAS.stream()
                .filter(schema -> schema.resource().equals(ResourceSchema.COUNTRIES))
                .findFirst()
                .orElseThrow());
        String table = "name" + delimiter + "notes\n"
                + names.stream()
                        .map(record -> record.at("/names/" + language).textValue())
                        .map(name -> "\"" + name + "\"" + delimiter + "\"" + name + "\"\n")
                        .collect(Collectors.joining());
        ImportedFile file = read(ImportedFile.in(charset, table), PartnerRecord.SCHEMA);
        assertEquals(charset, file.detection().charset());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).at("/names/" + language).textValue();
            if (Charset.forName(charset).newEncoder().canEncode(name)) {
                assertEquals(name, file.text(i, "/name"));
            }
        }
    }

    static Stream<Arguments> scripts() {
        return Stream.of("UTF-8,fr", "windows-1252,fr", "UTF-8,ar", "windows-1256,ar")
                .flatMap(script -> Stream.of(",", ";", "\t", "|")
                        .map(delimiter -> Arguments.of(script.split(",")[0], delimiter, script.split(",")[1])));
    }
}
