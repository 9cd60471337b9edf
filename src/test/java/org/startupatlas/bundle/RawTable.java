package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A raw file of the ecosystem, as it was before it was cleaned. */
final class RawTable {
    private static final Path RAW = Path.of("src", "test", "resources", "raw");

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final Set<String> readColumnNames = new LinkedHashSet<>();

    private RawTable() {}

    /** Reads the file of that name in the folder of raw files. */
    static RawTable of(String name) {
        RawTable table = new RawTable();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(RAW.resolve(name))) {
            for (NamedCsvRecord line : reader) {
                table.columns.addAll(line.getHeader());
                table.rows.add(table.new Row(table.rows.size(), line.getFieldsAsMap()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        assertFalse(table.rows.isEmpty(), name);
        return table;
    }

    /** Checks every row, and that the check has looked at every cell of it. */
    void check(Consumer<Row> check) {
        assertAll(rows.stream().map(row -> () -> check.accept(row)));
        assertEquals(columns, readColumns(), "the columns that were compared");
    }

    int size() {
        return rows.size();
    }

    private Set<String> readColumns() {
        Set<String> inOrder = new LinkedHashSet<>(columns);
        inOrder.retainAll(readColumnNames);
        return inOrder;
    }

    /** One row. */
    final class Row {
        private final int number;
        private final Map<String, String> cells;

        private Row(int number, Map<String, String> cells) {
            this.number = number;
            this.cells = Map.copyOf(cells);
        }

        /** Its number, from 0. */
        int number() {
            return number;
        }

        /** A cell's text, or null where it is empty. */
        String cell(String column) {
            readColumnNames.add(column);
            String text = cells.get(column);
            return text.isEmpty() ? null : text;
        }

        /** What a cell lists, parted by semicolons. */
        List<String> words(String column) {
            String text = cell(column);
            return text == null ? List.of() : List.of(text.split(" *; *"));
        }

        @Override
        public String toString() {
            return cells.toString();
        }
    }
}
