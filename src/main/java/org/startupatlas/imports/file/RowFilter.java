package org.startupatlas.imports.file;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.startupatlas.imports.cell.ColumnNames;
import org.startupatlas.imports.file.table.TableLine;
import org.startupatlas.record.Folding;

/** Recognizes the lines below a header that are no rows: the header again, totals, and notes below the table. */
final class RowFilter {

    private static final Set<String> TOTALS = Set.of(
            "total",
            "totals",
            "totaux",
            "total general",
            "grand total",
            "sous-total",
            "sous total",
            "subtotal",
            "sub-total",
            "sum",
            "somme",
            "ensemble",
            "moyenne",
            "average",
            "المجموع",
            "مجموع",
            "الاجمالي",
            "المجموع العام",
            "المعدل");

    /** A cell with a number, such as 1 234,50 € or 12 %. */
    private static final Pattern NUMBER =
            Pattern.compile("[\\p{Nd}\\p{Z}\\s.,'’%\\p{Sc}+−-]*\\p{Nd}[\\p{Nd}\\p{Z}\\s.,'’%]*\\p{L}{0,4}\\p{Sc}?");

    private static final Pattern NOTE =
            Pattern.compile("(?:sources?|notes?|nb|n\\.b\\.|legende|المصدر|ملاحظه)\\s*:.*", Pattern.DOTALL);

    /** Longer texts are neither a total nor the name of a column. */
    private static final int MAX_LENGTH = 200;

    private final List<String> headerKeys;

    RowFilter(List<String> header) {
        headerKeys = header.stream().map(ColumnNames::key).toList();
    }

    /** Returns why a line is no row: {@code header}, {@code total} or {@code note}; null if it is one. */
    String whyNoRow(TableLine line) {
        if (line.fault() != null) {
            return null;
        }
        if (isHeader(line)) {
            return "header";
        }
        if (headerKeys.size() < 2) {
            return null;
        }
        if (isTotal(line)) {
            return "total";
        }
        return isNote(line) ? "note" : null;
    }

    private boolean isHeader(TableLine line) {
        if (line.cells().size() != headerKeys.size()) {
            return false;
        }
        for (int i = 0; i < headerKeys.size(); i++) {
            String cell = line.cell(i);
            if (cell.length() > MAX_LENGTH || !ColumnNames.key(cell).equals(headerKeys.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the first text of a line is a word for a total, and all other cells are numbers. */
    private static boolean isTotal(TableLine line) {
        boolean isFirst = true;
        for (String cell : line.cells()) {
            if (TableLine.isBlank(cell)) {
                continue;
            }
            if (cell.length() > MAX_LENGTH) {
                return false;
            }
            if (isFirst ? !isTotal(cell) : !NUMBER.matcher(cell.strip()).matches()) {
                return false;
            }
            isFirst = false;
        }
        return true;
    }

    private static boolean isTotal(String cell) {
        String folded = Folding.fold(cell);
        int colon = folded.indexOf(':');
        boolean hasNumber =
                colon > 0 && NUMBER.matcher(folded.substring(colon + 1).strip()).matches();
        String word = colon > 0 && (hasNumber || colon == folded.length() - 1) ? folded.substring(0, colon) : folded;
        return TOTALS.contains(word.strip());
    }

    private static boolean isNote(TableLine line) {
        return line.filled() == 1
                && line.cells().stream()
                        .filter(cell -> !TableLine.isBlank(cell))
                        .allMatch(cell -> NOTE.matcher(
                                        Folding.fold(cell.substring(0, Math.min(cell.length(), MAX_LENGTH))))
                                .matches());
    }
}
