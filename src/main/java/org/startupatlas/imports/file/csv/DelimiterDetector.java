package org.startupatlas.imports.file.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.startupatlas.imports.file.table.HeaderFinder;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.imports.file.table.TableLine;

/**
 * Detects the cell delimiter of a CSV file: the one by which the header has most known columns, then the one by which
 * most rows have as many cells as the header. A header without a delimiter is one column.
 */
public final class DelimiterDetector {

    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');

    /** Names contain commas; rows that contain another delimiter have several cells even if the header has one. */
    private static final List<Character> NEVER_IN_NAMES = List.of(';', '\t', '|');

    /** A first line that declares the delimiter; Excel reads and removes it. */
    private static final Pattern DELIMITER_LINE = Pattern.compile("\\A\"?sep=(.)\"?[,;\t|]*\\R");

    private DelimiterDetector() {}

    /**
     * A possible delimiter.
     *
     * @param known how many columns of the header are known
     * @param columns the number of columns of the header
     * @param regularity the share of rows with as many cells as the header
     * @param divided the share of rows with several cells
     */
    private record Candidate(char delimiter, int known, int columns, double regularity, double divided) {}

    /**
     * Returns the delimiter of a text by its beginning.
     *
     * @param knownColumns counts the known columns of a line
     */
    public static char of(String sample, ToIntFunction<List<String>> knownColumns) {
        Matcher declared = DELIMITER_LINE.matcher(sample);
        if (declared.find()) {
            return declared.group(1).charAt(0);
        }
        List<Candidate> candidates = CANDIDATES.stream()
                .map(delimiter -> candidate(delimiter, sample, knownColumns))
                .toList();
        Optional<Candidate> best = candidates.stream()
                .filter(candidate -> candidate.columns > 1)
                .max(Comparator.comparingInt(Candidate::known)
                        .thenComparingDouble(Candidate::regularity)
                        .thenComparingInt(Candidate::columns));
        int known = candidates.stream().mapToInt(Candidate::known).max().orElse(0);
        if (best.isPresent() && best.get().known == known) {
            return best.get().delimiter;
        }
        return candidates.stream()
                .filter(candidate -> NEVER_IN_NAMES.contains(candidate.delimiter) && candidate.divided > 0.5)
                .map(Candidate::delimiter)
                .findFirst()
                .orElse(CsvLines.NO_DELIMITER);
    }

    private static Candidate candidate(char delimiter, String sample, ToIntFunction<List<String>> knownColumns) {
        List<TableLine> lines = lines(delimiter, sample);
        if (lines.isEmpty()) {
            return new Candidate(delimiter, 0, 0, 0, 0);
        }
        HeaderFinder header = HeaderFinder.find(lines, knownColumns);
        int first = Math.max(0, header.index());
        int columns = lines.get(first).width();
        List<TableLine> rows = lines.subList(first, lines.size());
        double regular = rows.stream().filter(row -> row.width() == columns).count();
        double divided = rows.stream().filter(row -> row.width() > 1).count();
        return new Candidate(
                delimiter, header.known(), columns, regular / rows.size(), divided / Math.max(1, rows.size() - 1));
    }

    /** Parses the first rows of a sample; reading more would only cost time. */
    private static List<TableLine> lines(char delimiter, String sample) {
        List<TableLine> lines = new ArrayList<>();
        CsvLines parser = new CsvLines(new SequenceReader(sample, 0), delimiter, ReadingLimits.STANDARD);
        try {
            for (TableLine line = parser.next();
                    line != null && lines.size() < HeaderFinder.MAX_LINES;
                    line = parser.next()) {
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return lines;
    }
}
