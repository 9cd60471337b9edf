package org.startupatlas.imports.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.startupatlas.query.parameter.Violation;

/**
 * A row of a file.
 *
 * @param number the number of the row, from 1, without the header and blank lines
 * @param line the line in which the row begins, from 1
 * @param record the values of the row, as in the body of a PATCH: fields without a value are absent
 * @param problems the problems of the row itself; the record is not written if there are any
 */
public record ImportRow(long number, long line, ObjectNode record, List<Violation> problems) {

    public ImportRow {
        problems = List.copyOf(problems);
    }
}
