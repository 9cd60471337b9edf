package org.startupatlas.imports.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.imports.cell.ParsedRow;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.imports.file.text.BomReader;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.StrictJson;

/**
 * Reads the rows of a JSON document. Programs write it in one line, so that the number of the object takes the place of
 * the line.
 */
final class JsonRowReader implements RowReader {

    private final BomReader text;
    private final JsonColumns columns;
    private final ReadingLimits limits;
    private final JsonParser parser;
    private final JsonElements elements;
    private long number;

    JsonRowReader(BomReader text, JsonColumns columns, ReadingLimits limits) throws IOException {
        this.text = text;
        this.columns = columns;
        this.limits = limits;
        this.parser = JsonElements.FACTORY.createParser(text);
        this.elements = new JsonElements(parser, limits.row());
    }

    @Override
    public List<Detection.Column> columns() {
        return columns.detected();
    }

    @Override
    public ImportRow next() throws IOException {
        JsonNode element;
        try {
            element = elements.next();
        } catch (JsonProcessingException damaged) {
            throw refusal();
        }
        if (element == null) {
            if (text.errorCode() != null) {
                throw refusal();
            }
            if (number == 0) {
                throw RejectedException.unreadableFile(0, "no-rows");
            }
            return null;
        }
        number++;
        try {
            List<Violation> problems = new ArrayList<>();
            ParsedRow row = parsed(element, problems);
            return ImportRow.of(number, number, row, problems, source(element));
        } catch (RuntimeException failed) {
            return ImportRow.unreadable(number, number, source(element), failed);
        }
    }

    private SourceRow source(JsonNode element) {
        if (elements.problem() != null) {
            return null;
        }
        return element instanceof ObjectNode object ? columns.source(object) : SourceRow.ofText(element.toString());
    }

    private ParsedRow parsed(JsonNode element, List<Violation> problems) {
        if (elements.problem() != null) {
            problems.add(Violation.ofWhole(elements.problem(), argument(elements.problem())));
        } else if (JsonNumbers.normalized(element) instanceof ObjectNode source) {
            return columns.parsed(source, problems);
        } else {
            problems.add(Violation.ofCell(null, "not-a-row", element.toString()));
        }
        return ParsedRow.empty();
    }

    private String[] argument(String problem) {
        return switch (problem) {
            case "row-too-long" -> new String[] {String.valueOf(limits.row())};
            case "body-beyond-limits" -> new String[] {String.valueOf(StrictJson.MAX_DEPTH)};
            default -> new String[] {String.valueOf(number), "1"};
        };
    }

    /** Returns the refusal of the rest of the file: after damaged JSON, the beginning of the next row is not known. */
    private RejectedException refusal() {
        long line = Math.max(1, parser.currentLocation().getLineNr());
        return text.errorCode() == null
                ? RejectedException.unreadableFile(
                        line,
                        "not-json",
                        String.valueOf(line),
                        String.valueOf(parser.currentLocation().getColumnNr()))
                : RejectedException.unreadableFile(line, text.errorCode(), String.valueOf(limits.bytes() >> 30));
    }
}
