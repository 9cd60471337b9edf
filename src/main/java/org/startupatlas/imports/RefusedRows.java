package org.startupatlas.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.startupatlas.http.Limits;
import org.startupatlas.imports.cell.ColumnNames;
import org.startupatlas.imports.file.Detection;
import org.startupatlas.imports.job.ImportJob;
import org.startupatlas.imports.report.ReportRepository;
import org.startupatlas.imports.report.ReportRow;
import org.startupatlas.imports.report.ReportRowJson;
import org.startupatlas.imports.report.StoredJson;

/**
 * The refused rows of a job as its file has them, with a last column that says why, to be mended and sent again. The
 * rows are read twice: which columns they have is known after the last one.
 */
final class RefusedRows {

    private final ReportRepository reports;
    private final UUID job;
    private final Detection detection;
    private final ReportMessages messages;

    RefusedRows(ReportRepository reports, ImportJob job, ReportMessages messages) {
        this.reports = reports;
        this.job = job.id();
        this.detection = StoredJson.read(job.detection(), Detection.class);
        this.messages = messages;
    }

    /** Returns the delimiter of the file; a comma if it has none. */
    char delimiter() {
        return detection == null || detection.delimiter() == null
                ? ','
                : detection.delimiter().charAt(0);
    }

    /**
     * The columns of the rows, without those that say why they were refused before.
     *
     * @param lastRow the last row that has these columns; a job that runs adds more
     */
    private record Columns(List<String> names, boolean isByName, long lastRow) {

        /** Returns the index of each column that is written. */
        List<Integer> written() {
            List<Integer> written = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (!ColumnNames.isReason(names.get(i))) {
                    written.add(i);
                }
            }
            return written;
        }
    }

    /** Writes the header and the rows. */
    void write(Consumer<List<String>> lines) {
        Columns columns = columns();
        List<String> header = new ArrayList<>();
        columns.written().forEach(index -> header.add(columns.names.get(index)));
        header.add(ColumnNames.reasonHeader(messages.language()));
        lines.accept(header);
        List<ObjectNode> problems = new ArrayList<>();
        ObjectNode row = null;
        long number = 0;
        for (ReportRow entry : entries()) {
            if (entry.key().rowNo() > columns.lastRow) {
                break;
            }
            if (entry.key().rowNo() != number && number > 0) {
                lines.accept(line(columns, row, problems));
                problems.clear();
                row = null;
            }
            number = entry.key().rowNo();
            ObjectNode document = (ObjectNode) StoredJson.tree(entry.document());
            if (entry.kind() == ReportRow.Kind.ROW) {
                row = document;
            } else {
                problems.add(document);
            }
        }
        if (number > 0) {
            lines.accept(line(columns, row, problems));
        }
    }

    private Iterable<ReportRow> entries() {
        return ImportReport.inBatches(after -> reports.readRefused(job, after));
    }

    /** Returns the columns of the file; a row of a table that has more cells gets columns without a name. */
    private Columns columns() {
        Set<String> names = new LinkedHashSet<>();
        int width = 0;
        long lastRow = 0;
        for (ReportRow entry : entries()) {
            lastRow = entry.key().rowNo();
            if (entry.kind() == ReportRow.Kind.ROW) {
                ObjectNode row = (ObjectNode) StoredJson.tree(entry.document());
                row.path(ReportRowJson.NAMES).forEach(name -> names.add(name.textValue()));
                width = Math.max(width, row.path(ReportRowJson.CELLS).size());
            }
        }
        if (!names.isEmpty()) {
            return new Columns(names.stream().limit(Limits.MAX_COLUMNS).toList(), true, lastRow);
        }
        List<String> columns = new ArrayList<>();
        if (detection != null) {
            detection.columns().forEach(column -> columns.add(column.name()));
        }
        while (columns.size() < width) {
            columns.add("");
        }
        return new Columns(columns, false, lastRow);
    }

    private List<String> line(Columns columns, ObjectNode row, List<ObjectNode> problems) {
        List<String> line = new ArrayList<>();
        Map<String, String> byName = columns.isByName ? byName(row) : Map.of();
        JsonNode cells = row == null ? StoredJson.tree(null) : row.path(ReportRowJson.CELLS);
        for (int index : columns.written()) {
            line.add(
                    columns.isByName
                            ? byName.getOrDefault(columns.names.get(index), "")
                            : cells.path(index).asText());
        }
        line.add(messages.reasons(problems, row));
        return line;
    }

    private static Map<String, String> byName(ObjectNode row) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (row != null) {
            JsonNode names = row.path(ReportRowJson.NAMES);
            for (int i = 0; i < names.size(); i++) {
                cells.put(
                        names.get(i).textValue(),
                        row.get(ReportRowJson.CELLS).path(i).asText());
            }
        }
        return cells;
    }
}
