package org.startupatlas.imports.file.table;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Finds the header among the first lines of a table: the first line with two known columns; if there is none, the first
 * one with a known column. A single known word may also be in a title, such as "Startups".
 *
 * @param index the index of the header; -1 if no line has a known column
 * @param known how many columns of it are known
 */
public record HeaderFinder(int index, int known) {

    /** The header of a table is among its first lines. */
    public static final int MAX_LINES = 200;

    /** Finds the header; the function counts the known columns of a line. */
    public static HeaderFinder find(List<TableLine> lines, ToIntFunction<List<String>> knownColumns) {
        HeaderFinder single = new HeaderFinder(-1, 0);
        for (int i = 0; i < lines.size(); i++) {
            int known = lines.get(i).fault() == null
                    ? knownColumns.applyAsInt(lines.get(i).cells())
                    : 0;
            if (known > 1) {
                return new HeaderFinder(i, known);
            }
            single = known == 1 && single.index < 0 ? new HeaderFinder(i, known) : single;
        }
        return single;
    }
}
