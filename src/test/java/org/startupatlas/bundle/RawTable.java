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

/** A raw file of the ecosystem, from before its values were cleaned. */
final class RawTable {
    private static final Path RAW = Path.of("src", "test", "resources", "raw");

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final Set<String> readColumnNames = new LinkedHashSet<>();

    private RawTable() {}

    /** Reads a file of the folder of raw files. */
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

    /** Runs a check for every row, and asserts that it reads every cell. */
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

    /** A row. */
    final class Row {
        private final int number;
        private final Map<String, String> cells;

        private Row(int number, Map<String, String> cells) {
            this.number = number;
            this.cells = Map.copyOf(cells);
        }

        /** Returns the number of the row, from 0. */
        int number() {
            return number;
        }

        /** Returns the text of a cell; null if it is empty. */
        String cell(String column) {
            readColumnNames.add(column);
            String text = cells.get(column);
            return text.isEmpty() ? null : text;
        }

        /** Returns the values of a cell, which are separated by semicolons. */
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
