package org.startupatlas.imports.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.startupatlas.imports.cell.CellParser;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.ResourceSchema;

/**
 * The result of reading a whole file.
 *
 * @param detection the detection; null if the file could not be opened
 * @param rows the rows that were read
 * @param refusal why the rest was not read, or null
 */
record ImportedFile(Detection detection, List<ImportRow> rows, Violation refusal) {

    static ImportedFile read(byte[] bytes, ResourceSchema schema, ReadingOptions options, CellParser values) {
        return read(bytes, schema, options, values, ReadingLimits.STANDARD);
    }

    static ImportedFile read(
            byte[] bytes, ResourceSchema schema, ReadingOptions options, CellParser values, ReadingLimits limits) {
        try {
            Path file = Files.createTempFile("import", ".tmp");
            try {
                Files.write(file, bytes);
                return read(file, schema, options, values, limits);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static ImportedFile read(
            Path file, ResourceSchema schema, ReadingOptions options, CellParser values, ReadingLimits limits) {
        List<ImportRow> rows = new ArrayList<>();
        try (RowSource source = RowSource.open(file, schema, options, values, limits)) {
            Violation refusal = null;
            try {
                for (ImportRow row = source.next(); row != null; row = source.next()) {
                    rows.add(row);
                }
            } catch (RejectedException broken) {
                refusal = broken.violations().get(0);
            }
            return new ImportedFile(source.detection(), rows, refusal);
        } catch (RejectedException broken) {
            return new ImportedFile(null, rows, broken.violations().get(0));
        }
    }

    static ReadingOptions mapping(String... columnsAndFields) {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndFields.length; i += 2) {
            mapping.put(columnsAndFields[i], columnsAndFields[i + 1]);
        }
        return new ReadingOptions(null, null, null, false, mapping);
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return compressed.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    /** Returns the code of the refusal. */
    String code() {
        return refusal == null ? null : refusal.code();
    }

    /** Returns the field of each column; null if it is ignored. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        detection.columns().forEach(column -> fields.add(column.field()));
        return fields;
    }

    /** Returns a text of a row's record. */
    String text(int row, String pointer) {
        return rows.get(row).record().at(pointer).asText(null);
    }

    /** Asserts the record of each row, with apostrophes for quotes; for a row with problems, the code of the first. */
    void assertRecords(String... records) {
        assertNull(refusal, () -> refusal.toString());
        assertEquals(
                List.of(records),
                rows.stream()
                        .map(row -> row.problems().isEmpty()
                                ? row.record().toString().replace('"', '\'')
                                : row.problems().get(0).code())
                        .toList());
    }

    /** Returns the codes of a row's problems. */
    List<String> problems(int row) {
        return rows.get(row).problems().stream().map(Violation::code).toList();
    }
}
