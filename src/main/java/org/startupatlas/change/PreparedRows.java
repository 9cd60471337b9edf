package org.startupatlas.change;

import java.util.List;

/**
 * Rows of an entity as COPY sends them, but for their ids.
 *
 * @param table as it stands in SQL
 * @param columns likewise, parted by commas, that of the id first
 * @param values what follows the id in each row, with the end of the row; shared with nobody, so not copied
 */
record PreparedRows(String table, String columns, List<byte[]> values) {

    PreparedRows {
        values = List.copyOf(values);
    }
}
