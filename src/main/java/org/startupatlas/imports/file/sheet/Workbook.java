package org.startupatlas.imports.file.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.startupatlas.imports.file.table.HeaderFinder;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.imports.file.table.TableLine;
import org.startupatlas.query.parameter.RejectedException;

/** A workbook, Office Open XML or OpenDocument, of which one sheet is read. */
public final class Workbook implements Closeable {

    /** Only so many sheets are searched for known columns. */
    private static final int MAX_SEARCHED = 50;

    private static final int MAX_LINES_SEARCHED = 50;

    private static final int MAX_NAMES_LENGTH = 1_000;

    private final Archive archive;
    private final SheetIndex sheets;

    private Workbook(Archive archive, SheetIndex sheets) {
        this.archive = archive;
        this.sheets = sheets;
    }

    /** The sheets of a workbook, in their order. */
    interface SheetIndex {

        List<String> names();

        /** Whether a sheet is hidden from people. */
        boolean isHidden(int index);

        Sheet open(int index) throws IOException;
    }

    /**
     * Opens a workbook.
     *
     * @param isOpenDocument whether it is an OpenDocument spreadsheet; else it is Office Open XML
     * @throws RejectedException if it is damaged, encrypted, or has no sheet
     */
    public static Workbook open(Path file, boolean isOpenDocument, ReadingLimits limits) throws IOException {
        Archive archive = Archive.open(file, limits.bytes());
        try {
            SheetIndex sheets = isOpenDocument ? OdsSheets.of(archive, limits) : XlsxSheets.of(archive, limits);
            if (sheets.names().isEmpty()) {
                throw Archive.damaged();
            }
            return new Workbook(archive, sheets);
        } catch (IOException | RuntimeException failed) {
            archive.close();
            throw failed;
        }
    }

    /**
     * Opens a sheet: by its name or its number from 1, or the first one with known columns.
     *
     * @param wanted the name or number; null for the first one with known columns
     * @param knownColumns counts the known columns of a line
     * @throws RejectedException if there is no such sheet
     */
    public Sheet sheet(String wanted, ToIntFunction<List<String>> knownColumns) throws IOException {
        return sheets.open(wanted == null ? likely(knownColumns) : find(wanted));
    }

    private int find(String wanted) {
        List<String> names = sheets.names();
        int exact = names.indexOf(wanted);
        for (int i = 0; exact < 0 && i < names.size(); i++) {
            exact = names.get(i).strip().equalsIgnoreCase(wanted.strip()) ? i : exact;
        }
        if (exact < 0 && wanted.matches("\\d{1,4}") && Integer.parseInt(wanted) >= 1) {
            exact = Integer.parseInt(wanted) <= names.size() ? Integer.parseInt(wanted) - 1 : exact;
        }
        if (exact < 0) {
            String all = String.join(", ", names);
            throw RejectedException.unreadableFile(
                    0,
                    "unknown-sheet",
                    wanted,
                    all.length() <= MAX_NAMES_LENGTH ? all : all.substring(0, MAX_NAMES_LENGTH) + "…");
        }
        return exact;
    }

    /** Returns the first visible sheet with a header of two known columns, else of one, else the first visible one. */
    private int likely(ToIntFunction<List<String>> knownColumns) throws IOException {
        int best = -1;
        int known = -1;
        for (int i = 0; i < Math.min(sheets.names().size(), MAX_SEARCHED) && known < 2; i++) {
            int found = sheets.isHidden(i) ? -1 : known(i, knownColumns);
            if (found > known) {
                best = i;
                known = found;
            }
        }
        return Math.max(0, best);
    }

    private int known(int index, ToIntFunction<List<String>> knownColumns) throws IOException {
        try (Sheet sheet = sheets.open(index)) {
            List<TableLine> lines = new ArrayList<>();
            for (TableLine line = sheet.next();
                    line != null && lines.size() < MAX_LINES_SEARCHED;
                    line = sheet.next()) {
                lines.add(line);
            }
            return HeaderFinder.find(lines, knownColumns).known();
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
