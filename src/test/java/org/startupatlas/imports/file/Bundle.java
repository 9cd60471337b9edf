package org.startupatlas.imports.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.startupatlas.http.format.Cell;
import org.startupatlas.http.format.Table;
import org.startupatlas.http.format.TableWriter;
import org.startupatlas.imports.cell.ColumnNames;
import org.startupatlas.record.StrictJson;
import org.startupatlas.schema.Field.Shape;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.ResourceSchema;

/** The bundled records, and their tables as CSV. */
final class Bundle {
    private static final Path FILES = Path.of("src", "main", "resources", "bundle");

    private static final Map<ResourceSchema, List<ObjectNode>> RECORDS = new ConcurrentHashMap<>();

    private Bundle() {}

    static List<ObjectNode> records(ResourceSchema schema) {
        return RECORDS.computeIfAbsent(schema, Bundle::read);
    }

    private static List<ObjectNode> read(ResourceSchema schema) {
        List<ObjectNode> records = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(FILES.resolve(schema.resource() + ".ndjson"))) {
                records.add((ObjectNode) StrictJson.read(line));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return records;
    }

    /** Returns the CSV of records, as an export writes it. */
    static byte[] csv(ResourceSchema schema, List<ObjectNode> records) {
        List<String> names = ColumnNames.of(schema).names();
        return TableWriter.write(
                Format.CSV,
                Table.ofNames(schema.resource(), names, null),
                records.stream()
                        .map(record -> names.stream()
                                .map(name -> cell(schema, record, name))
                                .toList())
                        .toList());
    }

    private static Cell cell(ResourceSchema schema, ObjectNode record, String name) {
        JsonNode value = value(record, name);
        boolean json =
                schema.field(name).map(field -> field.shape() == Shape.OBJECTS).orElse(false);
        return json ? new Cell.Text(value.toString()) : Cell.of(value);
    }

    /** Returns the value of a dotted field. */
    static JsonNode value(JsonNode record, String name) {
        return record.at("/" + name.replace('.', '/'));
    }
}
