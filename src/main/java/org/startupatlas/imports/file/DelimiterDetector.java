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

/** Detects the cell delimiter of a CSV file: the one by which most rows have as many cells as the header. */
final class DelimiterDetector {

    /** The possible delimiters; the first one is assumed for a file with one column. */
    static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');

    /** A first line that declares the delimiter; Excel reads and removes it. */
    private static final Pattern DELIMITER_LINE = Pattern.compile("\\A\"?sep=(.)\"?\\R");

    /** The first rows show the delimiter; reading more would only cost time. */
    private static final int MAX_ROWS = 200;

    private DelimiterDetector() {}

    /** A possible delimiter, with the number of columns and the share of rows that have as many. */
    private record Candidate(char delimiter, int columns, double regularity) {}

    /** Returns the delimiter of a text by its beginning. */
    static char of(String sample) {
        Optional<Character> declared = declaredIn(sample);
        return declared.orElseGet(() -> CANDIDATES.stream()
                .map(delimiter -> candidate(delimiter, sample))
                .filter(candidate -> candidate.columns > 1)
                .max(Comparator.comparingDouble(Candidate::regularity).thenComparingInt(Candidate::columns))
                .map(Candidate::delimiter)
                .orElse(CANDIDATES.get(0)));
    }

    /** Returns the delimiter that the first line declares, as {@code sep=;}. */
    static Optional<Character> declaredIn(String sample) {
        Matcher matcher = DELIMITER_LINE.matcher(sample);
        return matcher.find() ? Optional.of(matcher.group(1).charAt(0)) : Optional.empty();
    }

    private static Candidate candidate(char delimiter, String sample) {
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
            // With a wrong delimiter the quotes are misplaced; the rows before are counted.
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        if (cells.isEmpty()) {
            return new Candidate(delimiter, 0, 0);
        }
        int columns = cells.get(0);
        long regularRows = cells.stream().filter(count -> count == columns).count();
        return new Candidate(delimiter, columns, regularRows / (double) cells.size());
    }
}
