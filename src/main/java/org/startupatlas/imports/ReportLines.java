package org.startupatlas.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.startupatlas.imports.file.Detection;
import org.startupatlas.imports.job.ImportJob;
import org.startupatlas.imports.report.ReportRow;
import org.startupatlas.imports.report.ReportRowJson;
import org.startupatlas.imports.report.ReportSummary;
import org.startupatlas.imports.report.StoredJson;

/**
 * A report as the lines of a table: first what the rows have in common, then a line for each problem, changed value, possible
 * duplicate and conflict.
 */
final class ReportLines {

    private enum Column {
        LINE,
        KIND,
        FIELD,
        CODE,
        VALUE,
        WHY,
        ID,
        SLUG,
        FROM,
        TO,
        SCORE,
        DID_YOU_MEAN,
        WHAT_TO_DO,
        ROWS
    }

    private static final String SUMMARY = "summary";
    private static final String UNKNOWN = "unknown";

    /** The media type of this report in the OpenAPI document, with the structure of {@code content}. */
    static final String CONTENT =
            """
            {"text/csv":{"schema":{"type":"string","maxLength":2147483647,"description":"RFC 4180 with a header line;\
             first a row for each cause, then one for each thing that is wrong, each changed value, each possible\
             duplicate and each conflict. With rows=refused, the refused rows as the file had them."},\
            "example":"line,kind,field,code,value,why,id,slug,from,to,score,did_you_mean,what_to_do,rows\\r\\n"},\
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":{"$ref":"#/x-formats/xlsx"}}""";

    private final ImportReport report;
    private final ImportJob job;
    private final ReportMessages messages;

    ReportLines(ImportReport report, ImportJob job, ReportMessages messages) {
        this.report = report;
        this.job = job;
        this.messages = messages;
    }

    /** Writes the lines, the header first. */
    void write(Consumer<List<String>> lines) {
        lines.accept(header());
        ReportSummary summary = report.summary(job.id(), ReportRow.Kind.WITH_CAUSES);
        summary.causes().forEach(cause -> lines.accept(line(cause)));
        if (summary.moreCauses() > 0) {
            lines.accept(new Line(SUMMARY)
                    .put(Column.WHY, messages.moreCauses(summary.moreCauses()))
                    .cells());
        }
        unknown(lines);
        report.refused(job.id(), messages)
                .forEach(refusal -> lines.accept(line(ReportRow.Kind.REFUSED.code(), refusal)));
        report.leftOut(job.id(), messages).forEach(cell -> lines.accept(line(ReportRow.Kind.LEFT_OUT.code(), cell)));
        report.changed(job.id())
                .forEach(record -> record.changed().forEach(change -> lines.accept(line(record, change))));
        report.duplicates(job.id()).forEach(duplicate -> lines.accept(line(duplicate)));
        report.conflicts(job.id()).forEach(conflict -> lines.accept(line(conflict)));
    }

    private static List<String> header() {
        return List.of(Column.values()).stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** One line; cells that are not put are empty. */
    private static final class Line {
        private final Map<Column, String> cells = new EnumMap<>(Column.class);

        Line(String kind) {
            cells.put(Column.KIND, kind);
        }

        Line put(Column column, String text) {
            cells.put(column, text == null ? "" : text);
            return this;
        }

        Line put(Column column, long number) {
            return put(column, String.valueOf(number));
        }

        List<String> cells() {
            return List.of(Column.values()).stream()
                    .map(column -> cells.getOrDefault(column, ""))
                    .toList();
        }
    }

    private List<String> line(ReportSummary.Cause counted) {
        JsonReport.Cause cause = JsonReport.Cause.of(counted, messages);
        return new Line(SUMMARY)
                .put(Column.FIELD, cause.field())
                .put(Column.CODE, cause.code())
                .put(Column.VALUE, cause.value())
                .put(Column.WHY, cause.why())
                .put(Column.DID_YOU_MEAN, cause.didYouMean())
                .put(Column.WHAT_TO_DO, cause.whatToDo())
                .put(Column.ROWS, cause.rows())
                .cells();
    }

    /** Writes a line for each column of which cells were read as "unknown". */
    private void unknown(Consumer<List<String>> lines) {
        Detection detection = StoredJson.read(job.detection(), Detection.class);
        List<Detection.Column> columns = detection == null ? List.of() : detection.columns();
        for (Detection.Column column : columns) {
            String marks = String.join(", ", column.unknown());
            if (!marks.isEmpty()) {
                lines.accept(new Line(UNKNOWN)
                        .put(Column.FIELD, column.field())
                        .put(Column.VALUE, marks)
                        .put(Column.WHY, messages.unknown(marks))
                        .cells());
            }
        }
    }

    private static List<String> line(String kind, JsonReport.Refusal refusal) {
        return new Line(kind)
                .put(Column.LINE, refusal.line())
                .put(Column.FIELD, refusal.field())
                .put(Column.CODE, refusal.code())
                .put(Column.VALUE, refusal.value())
                .put(Column.WHY, refusal.why())
                .put(Column.DID_YOU_MEAN, refusal.didYouMean())
                .put(Column.WHAT_TO_DO, refusal.whatToDo())
                .cells();
    }

    private static List<String> line(JsonReport.Change record, JsonNode change) {
        return new Line(ReportRow.Kind.CHANGED.code())
                .put(Column.LINE, record.line())
                .put(Column.FIELD, change.get("path").textValue())
                .put(Column.ID, record.id())
                .put(Column.SLUG, record.slug())
                .put(Column.FROM, value(change, "from"))
                .put(Column.TO, value(change, "to"))
                .cells();
    }

    private static String value(JsonNode change, String side) {
        JsonNode value = change.get(side);
        return ReportRowJson.isOfClaims(change) && value.isArray()
                ? value.valueStream().map(ReportLines::claim).collect(Collectors.joining("; "))
                : json(value);
    }

    /** Returns a claim in words: {@code city: Safi — Wamda}, or only who claims the record as a whole. */
    private static String claim(JsonNode claim) {
        String about = claim.path("field").isTextual()
                ? claim.get("field").textValue() + ": " + claim.path("value").asText("") + " — "
                : "";
        String notUsed = claim.path("used").booleanValue() ? "" : " (used: false)";
        return about + claim.path("publisher").asText("") + notUsed;
    }

    /** The stored value is in {@code from}, that of the file in {@code to}. */
    private List<String> line(JsonReport.Conflict conflict) {
        return new Line(ReportRow.Kind.CONFLICT.code())
                .put(Column.LINE, conflict.line())
                .put(Column.FIELD, conflict.field())
                .put(
                        Column.WHY,
                        messages.whyKept(
                                conflict.stored().sources(), conflict.file().sources()))
                .put(Column.ID, conflict.id())
                .put(Column.SLUG, conflict.slug())
                .put(Column.FROM, conflict.stored().value())
                .put(Column.TO, conflict.file().value())
                .cells();
    }

    private static List<String> line(JsonReport.Duplicate duplicate) {
        JsonReport.Like like = duplicate.like();
        return new Line(ReportRow.Kind.POSSIBLE_DUPLICATE.code())
                .put(Column.LINE, duplicate.line())
                .put(Column.FIELD, "name")
                .put(Column.VALUE, like.name())
                .put(Column.ID, like.id())
                .put(Column.SLUG, like.slug())
                .put(Column.SCORE, BigDecimal.valueOf(like.score()).toPlainString())
                .cells();
    }

    /** Returns a value as an export writes it into a cell; lists and objects as JSON. */
    private static String json(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }
}
