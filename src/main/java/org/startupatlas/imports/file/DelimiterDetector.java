package org.startupatlas.imports.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what parts the cells of a table: that by which its rows have as many cells as its header. */
final class DelimiterDetector {

    /** What is looked for; the first is taken for a table of one column. */
    static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');

    /** What Excel reads as the delimiter, and takes away. */
    private static final Pattern DELIMITER_LINE = Pattern.compile("\\A\"?sep=(.)\"?\\R");

    /** A delimiter shows in the first rows; reading on would only cost time. */
    private static final int MAX_ROWS = 200;

    private DelimiterDetector() {}

    /** How a candidate parts the text. */
    private record Parting(char delimiter, int columns, double even) {}

    /** The delimiter of a text that begins so. */
    static char of(String sample) {
        Optional<Character> said = declaredIn(sample);
        return said.orElseGet(() -> CANDIDATES.stream()
                .map(candidate -> parting(candidate, sample))
                .filter(parting -> parting.columns > 1)
                .max(Comparator.comparingDouble(Parting::even).thenComparingInt(Parting::columns))
                .map(Parting::delimiter)
                .orElse(CANDIDATES.get(0)));
    }

    /** The delimiter that the first line says and is there for, as {@code sep=;}. */
    static Optional<Character> declaredIn(String sample) {
        Matcher matcher = DELIMITER_LINE.matcher(sample);
        return matcher.find() ? Optional.of(matcher.group(1).charAt(0)) : Optional.empty();
    }

    private static Parting parting(char delimiter, String sample) {
        List<Integer> cells = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(sample)) {
            for (CsvRecord row : rows) {
                cells.add(row.getFieldCount());
                if (cells.size() == MAX_ROWS) {
                    break;
                }
            }
        } catch (CsvParseException quoted) {
            // With another delimiter the quotes stand where they may not; the rows before count.
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        if (cells.isEmpty()) {
            return new Parting(delimiter, 0, 0);
        }
        int columns = cells.get(0);
        long even = cells.stream().filter(count -> count == columns).count();
        return new Parting(delimiter, columns, even / (double) cells.size());
    }
}
