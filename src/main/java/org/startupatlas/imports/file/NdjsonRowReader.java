package org.startupatlas.imports.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startupatlas.imports.cell.ParsedRow;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.imports.file.text.BomReader;
import org.startupatlas.imports.file.text.Charsets;
import org.startupatlas.imports.file.text.LineReader;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.StrictJson;

/** Reads the rows of an NDJSON file: one JSON object in each line. */
final class NdjsonRowReader implements RowReader {

    private final BomReader text;
    private final Charset charset;
    private final JsonColumns columns;
    private final ReadingLimits limits;
    private final LineReader lines;
    private long number;

    NdjsonRowReader(BomReader text, Charset charset, JsonColumns columns, ReadingLimits limits) {
        this.text = text;
        this.charset = charset;
        this.columns = columns;
        this.limits = limits;
        this.lines = new LineReader(text, limits.row());
    }

    @Override
    public List<Detection.Column> columns() {
        return columns.detected();
    }

    @Override
    public ImportRow next() throws IOException {
        LineReader.Line line = lines.next();
        while (line != null && line.text().isBlank() && !line.isTruncated()) {
            line = lines.next();
        }
        if (text.errorCode() != null && (line == null || !line.hasLineEnd())) {
            throw RejectedException.unreadableFile(
                    line == null ? lines.nextNumber() : line.number(),
                    text.errorCode(),
                    String.valueOf(limits.bytes() >> 30));
        }
        if (line == null) {
            return null;
        }
        number++;
        try {
            return row(line);
        } catch (RuntimeException failed) {
            return ImportRow.unreadable(number, line.number(), SourceRow.ofText(line.text()), failed);
        }
    }

    private ImportRow row(LineReader.Line line) {
        Optional<Violation> unreadable = unreadable(line);
        if (unreadable.isPresent()) {
            return refused(line, unreadable.get());
        }
        try {
            if (JsonNumbers.normalized(parse(line.text())) instanceof ObjectNode object) {
                List<Violation> problems = new ArrayList<>();
                ParsedRow row = columns.parsed(object, problems);
                return ImportRow.of(number, line.number(), row, problems, columns.source(object));
            }
            return refused(line, Violation.ofCell(null, "not-a-row", line.text()));
        } catch (StreamConstraintsException beyond) {
            return refused(
                    line,
                    Violation.ofCell(null, "body-beyond-limits", line.text(), String.valueOf(StrictJson.MAX_DEPTH)));
        } catch (JsonProcessingException notJson) {
            return refused(line, notJson(line, notJson));
        }
    }

    private ImportRow refused(LineReader.Line line, Violation problem) {
        return ImportRow.of(number, line.number(), ParsedRow.empty(), List.of(problem), SourceRow.ofText(line.text()));
    }

    /** Parses a line; pandas and JavaScript write {@code NaN}, which is no JSON. */
    private JsonNode parse(String line) throws JsonProcessingException {
        try {
            return StrictJson.read(line);
        } catch (JsonProcessingException strict) {
            return JsonElements.parse(line, limits.row()).orElseThrow(() -> strict);
        }
    }

    private Optional<Violation> unreadable(LineReader.Line line) {
        if (line.isTruncated()) {
            return Optional.of(Violation.ofWhole("row-too-long", String.valueOf(limits.row())));
        }
        return line.text().indexOf(BomReader.UNDECODABLE) < 0
                ? Optional.empty()
                : Optional.of(Violation.ofCell(null, "not-in-charset", line.text(), Charsets.name(charset)));
    }

    private static Violation notJson(LineReader.Line line, JsonProcessingException notJson) {
        JsonLocation at = notJson.getLocation();
        return Violation.ofCell(
                null,
                StrictJson.isOfDuplicateKey(notJson) ? "duplicate-key" : "not-json",
                line.text(),
                String.valueOf(line.number()),
                String.valueOf(at == null ? 1 : at.getColumnNr()));
    }
}
