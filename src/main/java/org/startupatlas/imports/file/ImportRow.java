package org.startupatlas.imports.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.imports.cell.ClaimSource;
import org.startupatlas.imports.cell.ParsedRow;
import org.startupatlas.query.parameter.Violation;

/**
 * A row of a file.
 *
 * @param number the number of the row, from 1, without the header and blank lines
 * @param line the line in which the row begins, from 1
 * @param record the values of the row, as in the body of a PATCH: fields without a value are absent
 * @param defaults values that the record gets where it has none
 * @param source where the values are from, as far as the row says so
 * @param leftOut the cells that are left out because they are not understood
 * @param problems the problems of the row itself; the record is not written if there are any
 * @param asInFile the row as the file has it; null if that is not known
 * @param failure the unexpected error because of which this row, but none after it, could not be read; or null
 */
public record ImportRow(
        long number,
        long line,
        ObjectNode record,
        ObjectNode defaults,
        ClaimSource source,
        List<Violation> leftOut,
        List<Violation> problems,
        SourceRow asInFile,
        RuntimeException failure) {

    public ImportRow {
        leftOut = List.copyOf(leftOut);
        problems = List.copyOf(problems);
    }

    /** A row with values only. */
    public ImportRow(long number, long line, ObjectNode record, List<Violation> problems) {
        this(
                number,
                line,
                record,
                JsonNodeFactory.instance.objectNode(),
                ClaimSource.NONE,
                List.of(),
                problems,
                null,
                null);
    }

    /** Returns a row whose cells were converted; with problems it is refused. */
    static ImportRow of(long number, long line, ParsedRow row, List<Violation> problems, SourceRow asInFile) {
        List<Violation> all =
                Stream.concat(problems.stream(), row.problems().stream()).toList();
        return new ImportRow(
                number, line, row.record(), row.defaults(), row.source(), row.leftOut(), all, asInFile, null);
    }

    /** Returns the same row without its values, refused for one reason. */
    public ImportRow refusedFor(Violation problem) {
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        return new ImportRow(number, line, empty, empty, ClaimSource.NONE, List.of(), List.of(problem), asInFile, null);
    }

    /** Returns the same row, refused for more reasons. */
    public ImportRow refused(List<Violation> more) {
        List<Violation> all = new ArrayList<>(problems);
        all.addAll(more);
        return new ImportRow(number, line, record, defaults, source, leftOut, all, asInFile, failure);
    }

    /** Returns a row that could not be read because of an unexpected error. */
    static ImportRow unreadable(long number, long line, SourceRow asInFile, RuntimeException failure) {
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        return new ImportRow(number, line, empty, empty, ClaimSource.NONE, List.of(), List.of(), asInFile, failure);
    }
}
