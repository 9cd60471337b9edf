package org.startupatlas.explore.lookup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.imports.file.header.ColumnMapping;
import org.startupatlas.reconcile.entity.Property;
import org.startupatlas.reconcile.match.ReconcileQuery.Hint;
import org.startupatlas.reconcile.match.ReconcileQuery.Value;
import org.startupatlas.record.WebAddress;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.Vocabularies;

/** Reads lists of names as people paste them: a name on each line, or the cells of a spreadsheet. */
@Singleton
final class PastedList {

    /** Shorter words are codes, which mean other things than countries as well: AI, IT. */
    private static final int MIN_COUNTRY_LENGTH = 4;

    private final Vocabularies vocabularies;

    PastedList(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /**
     * A line of a list.
     *
     * @param name its first cell, or the one below the heading of names
     * @param hints what the other cells say
     */
    record Line(String name, List<Hint> hints) {
        Line {
            hints = List.copyOf(hints);
        }
    }

    /**
     * What a list has.
     *
     * @param hasHeadings whether the first line was read as headings
     */
    record Lines(boolean hasHeadings, List<Line> lines) {
        Lines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Reads a list. Under headings, each cell is a value of the field that its column means. Without headings, a cell
     * that is the address of a website or the name of a country is taken for the record's.
     */
    Lines read(String text, ResourceSchema type) {
        List<List<String>> rows = text.lines()
                .map(line -> Arrays.stream(line.split("\t"))
                        .map(PastedList::unquoted)
                        .toList())
                .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
        List<Optional<String>> headings = rows.size() < 2 ? List.of() : headings(rows.get(0), type);
        int ofName = headings.indexOf(Optional.of(Property.NAME));
        List<Line> lines = new ArrayList<>();
        for (List<String> row : rows.subList(ofName < 0 ? 0 : 1, rows.size())) {
            lines.add(ofName < 0 ? line(row) : line(row, headings, ofName));
        }
        return new Lines(ofName >= 0, lines);
    }

    /** Returns a cell without the quotes that spreadsheets add to cells with quotes. */
    private static String unquoted(String cell) {
        String text = cell.strip();
        boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return isQuoted
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip()
                : text;
    }

    /** Returns the field of each column; none if the line has no headings, of which one is that of names. */
    private static List<Optional<String>> headings(List<String> row, ResourceSchema type) {
        ColumnMapping columns = ColumnMapping.of(type, Map.of());
        List<Optional<String>> fields = row.stream().map(columns::field).toList();
        long cells = row.stream().filter(cell -> !cell.isEmpty()).count();
        boolean isOfNames = fields.get(0).equals(Optional.of(Property.NAME));
        boolean areMostKnown = 2 * fields.stream().filter(Optional::isPresent).count() > cells;
        return isOfNames || areMostKnown && fields.contains(Optional.of(Property.NAME)) ? fields : List.of();
    }

    private static Line line(List<String> row, List<Optional<String>> headings, int ofName) {
        List<Hint> hints = new ArrayList<>();
        for (int i = 0; i < Math.min(row.size(), headings.size()); i++) {
            String cell = row.get(i);
            if (i != ofName && !cell.isEmpty()) {
                headings.get(i).ifPresent(field -> hints.add(hint(field, cell)));
            }
        }
        return new Line(ofName < row.size() ? row.get(ofName) : "", hints);
    }

    private Line line(List<String> row) {
        List<Hint> hints = new ArrayList<>();
        for (String cell : row.subList(1, row.size())) {
            if (isWebsite(cell)) {
                hints.add(hint(Property.WEBSITE, cell));
            } else if (isCountry(cell)) {
                hints.add(hint(Property.COUNTRY, cell));
            }
        }
        return new Line(row.get(0), hints);
    }

    private static Hint hint(String field, String cell) {
        return new Hint(field, List.of(new Value(null, cell)));
    }

    private static boolean isWebsite(String cell) {
        String url = cell.contains("://") ? cell : "https://" + cell;
        return cell.indexOf('@') < 0 && WebAddress.isPublic(url);
    }

    private boolean isCountry(String cell) {
        return cell.length() >= MIN_COUNTRY_LENGTH
                && vocabularies.codeOf(ResourceSchema.COUNTRIES, cell).isPresent();
    }
}
