package org.startupatlas.imports.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One row of a file.
 *
 * @param number from 1, without the header and without blank lines
 * @param line where it begins in the file, from 1
 * @param record what the row says, as a client would send it to PATCH: fields of which it says nothing are absent
 * @param problems what is wrong with the row itself; the record is not to be written if there are any
 */
public record ImportRow(long number, long line, ObjectNode record, List<RowFault> problems) {

    public ImportRow {
        problems = List.copyOf(problems);
    }
}
