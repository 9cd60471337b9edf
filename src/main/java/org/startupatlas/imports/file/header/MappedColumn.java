package org.startupatlas.imports.file.header;

import java.util.List;

/**
 * A column of a table.
 *
 * @param header the header as in the file
 * @param target the field that it sets; null if it is left out
 * @param takenFor the known name for which the header was taken; null if it is one, or if the column is left out
 * @param nearest the fields that are most like a column which fills none
 * @param rival the index of the column that sets the field of this one, which is left out because it was empty in the
 *     first rows; -1 if there is none
 */
public record MappedColumn(
        String header, ColumnMapping.Target target, String takenFor, List<String> nearest, int rival) {

    public MappedColumn {
        nearest = List.copyOf(nearest);
    }
}
