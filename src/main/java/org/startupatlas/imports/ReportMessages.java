package org.startupatlas.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.imports.file.Detection;
import org.startupatlas.imports.job.ImportJob;
import org.startupatlas.imports.report.ReportRow;
import org.startupatlas.imports.report.ReportRowJson;
import org.startupatlas.imports.report.ReportSummary;
import org.startupatlas.imports.report.StoredJson;
import org.startupatlas.schema.Language;

/** The sentences of a report, in one language. They call columns as the file does. */
final class ReportMessages {

    private static final String REDACTED = "value-redacted";

    private final Language language;
    private final Map<String, String> headers = new HashMap<>();

    private ReportMessages(Detection detection, Language language) {
        this.language = language;
        if (detection != null) {
            detection.columns().stream()
                    .filter(column -> column.field() != null && !column.name().isBlank())
                    .forEach(column -> headers.putIfAbsent(column.field(), column.name()));
        }
    }

    static ReportMessages of(ImportJob job, Language language) {
        return new ReportMessages(StoredJson.read(job.detection(), Detection.class), language);
    }

    static ReportMessages of(Detection detection, Language language) {
        return new ReportMessages(detection, language);
    }

    Language language() {
        return language;
    }

    /** Returns what is wrong with a row or a cell. */
    String why(ObjectNode entry) {
        return isRedacted(entry)
                ? ProblemTexts.ofCell(REDACTED, List.of(), language)
                : ProblemTexts.ofCell(
                        entry.get(ReportRowJson.CODE).textValue(),
                        StoredJson.strings(entry.get(ReportRowJson.ARGUMENTS)),
                        language);
    }

    /** Returns what to do about it. */
    String whatToDo(ObjectNode entry) {
        return ProblemTexts.fix(
                isRedacted(entry) ? REDACTED : entry.get(ReportRowJson.CODE).textValue(), language);
    }

    /** Returns why values of a record stayed, with the sources of both sides. */
    String whyKept(List<String> stored, List<String> ofFile) {
        return ProblemTexts.detail("value-kept", List.of(sources(stored), sources(ofFile)), language);
    }

    private static String sources(List<String> publishers) {
        return publishers.isEmpty() ? "-" : String.join(", ", publishers);
    }

    /** Returns what the cells of a column say for an unknown value. */
    String unknown(String marks) {
        return ProblemTexts.detail("unknown", List.of(marks), language);
    }

    /** Returns a problem with the column that has it, and the nearest words. */
    String reason(ObjectNode entry) {
        String field = ReportSummary.withoutIndex(entry.get(ReportRowJson.FIELD).textValue());
        String why = withNearest(why(entry), entry.path(ReportRowJson.DID_YOU_MEAN));
        return field == null ? why : ProblemTexts.report("of-field", language, column(field), why);
    }

    /**
     * Returns why a row is refused, and the text of one that has no cells.
     *
     * @param row the row as the file has it; null if it is not known
     */
    String reasons(List<ObjectNode> problems, ObjectNode row) {
        String reasons = problems.stream().map(this::reason).collect(Collectors.joining(" "));
        if (row != null && row.hasNonNull(ReportRowJson.RAW)) {
            return ProblemTexts.report(
                    "text", language, reasons, row.get(ReportRowJson.RAW).textValue());
        }
        return row == null || row.has(ReportRowJson.CELLS)
                ? reasons
                : ProblemTexts.report("not-kept", language, reasons);
    }

    /** Returns what several rows have in common, and how many they are. */
    String why(ReportSummary.Cause cause) {
        String why = withNearest(
                hasOwnWords(cause) ? ProblemTexts.ofCell(cause.code(), List.of(), language) : why(cause.example()),
                cause.isOfValue()
                        ? cause.example().path(ReportRowJson.DID_YOU_MEAN)
                        : cause.example().path(""));
        return cause.field() == null
                ? ProblemTexts.report("cause-of-row", language, cause.rows(), "", why, number(cause.rows()))
                : ProblemTexts.report(
                        "cause", language, cause.rows(), column(cause.field()), why, number(cause.rows()));
    }

    String whatToDo(ReportSummary.Cause cause) {
        return hasOwnWords(cause) ? ProblemTexts.fix(cause.code(), language) : whatToDo(cause.example());
    }

    /** Returns how many causes are not in the summary. */
    String moreCauses(long causes) {
        return ProblemTexts.report("more-causes", language, causes, number(causes));
    }

    private static boolean hasOwnWords(ReportSummary.Cause cause) {
        return cause.kind() == ReportRow.Kind.CONFLICT || cause.kind() == ReportRow.Kind.POSSIBLE_DUPLICATE;
    }

    private String withNearest(String why, JsonNode nearest) {
        return nearest.isTextual() ? ProblemTexts.report("nearest", language, why, nearest.textValue()) : why;
    }

    /** Returns the header of the column that fills a field, or else the name of the field. */
    private String column(String field) {
        return headers.getOrDefault(field, field);
    }

    /** Returns a number with the separators of the language, in Western digits. */
    private String number(long number) {
        return NumberFormat.getIntegerInstance(language == Language.AR ? Locale.ROOT : language.locale())
                .format(number);
    }

    private static boolean isRedacted(ObjectNode entry) {
        return entry.path(ReportRowJson.REDACTED).booleanValue();
    }
}
