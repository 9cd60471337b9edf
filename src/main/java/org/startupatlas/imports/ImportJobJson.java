package org.startupatlas.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.Limits;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.imports.batch.ImportOptions;
import org.startupatlas.imports.file.Detection;
import org.startupatlas.imports.job.ImportJob;
import org.startupatlas.imports.job.ImportState;
import org.startupatlas.imports.job.RowCounts;
import org.startupatlas.imports.report.StoredJson;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Language;

@Schema(
        name = "ImportJob",
        description = "The import of a file: its options and its progress.",
        example = ImportJobJson.EXAMPLE)
record ImportJobJson(
        @Schema(description = "The job's id.") UUID id,
        @Schema(description = "What its rows are.", maxLength = 64) String resource,
        @Schema(
                        description = "Its state; the last three are final: done at the end of the file, stopped before"
                                + " it on request, failed because the file cannot be read further.")
                ImportState state,
        @Schema(description = "Whether nothing is written.") boolean dryRun,
        ImportOptions.Mode mode,
        ImportOptions.OnError onError,
        ImportOptions.Conflict conflict,
        @Schema(description = "Whether a cell that is not understood refuses its row.") boolean strict,
        @Schema(description = "What identifies a record besides ids: name, or null.", maxLength = 16, nullable = true)
                String match,
        @Schema(description = "Who published what it says, if the request says so.", maxLength = 250, nullable = true)
                String source,
        @Schema(format = "uri", maxLength = 2_048, nullable = true) String sourceUrl,
        @Schema(maxLength = 21, nullable = true) String sourceDate,
        @Schema(maxLength = 64, nullable = true) String confidence,
        RowCounts rows,
        Bytes bytes,
        @Schema(description = "Its speed; null before it has started.", nullable = true) Long rowsPerSecond,
        @Schema(description = "The estimated time left; null if unknown.", nullable = true) Long secondsLeft,
        @Schema(description = "When it was sent.") Instant createdAt,
        @Schema(description = "When it started.", nullable = true) Instant startedAt,
        @Schema(description = "When it ended.", nullable = true) Instant endedAt,
        @Schema(description = "The public id of the key that sent it.", maxLength = 64) String createdBy,
        @Schema(nullable = true) Detection detected,
        @Schema(nullable = true) ImportProblem problem,
        @Schema(description = "Where its report is.", maxLength = 200) String report,
        @Schema(description = "When its report was deleted; null while it is there.", nullable = true)
                Instant reportDeletedAt) {

    static final String EXAMPLE_ID = "019dadd7-e400-7000-8000-00000000000a";

    /** An example of a job that reached the end of its file. */
    static final String EXAMPLE =
            """
            {"id":"019dadd7-e400-7000-8000-00000000000a","resource":"startups","state":"done","dry_run":false,\
            "mode":"upsert","on_error":"skip","conflict":"overwrite","strict":false,"match":null,\
            "source":null,"source_url":null,"source_date":null,"confidence":null,\
            "rows":{"read":2,"created":0,"updated":1,"unchanged":0,"refused":1},"bytes":{"read":38,"total":38},\
            "rows_per_second":250,"seconds_left":null,"created_at":"2026-11-23T06:00:00.000Z",\
            "started_at":"2026-11-23T06:00:00.000Z","ended_at":"2026-11-23T06:00:00.000Z","created_by":"admin",\
            "detected":{"format":"csv","compression":"none","charset":"UTF-8","delimiter":";",\
            "sheet":null,"header_line":1,\
            "columns":[{"name":"Nom","field":"name","taken_for":null,"nearest":[],"unknown":[]},\
            {"name":"Pays","field":"country","taken_for":null,"nearest":[],"unknown":["-"]}],"skipped":[]},"problem":null,\
            "report":"/v1/imports/019dadd7-e400-7000-8000-00000000000a/report","report_deleted_at":null}""";

    /** An example of a job that has not begun. */
    static final String QUEUED_EXAMPLE =
            """
            {"id":"019dadd7-e400-7000-8000-00000000000a","resource":"startups","state":"queued","dry_run":false,\
            "mode":"upsert","on_error":"skip","conflict":"overwrite","strict":false,"match":null,\
            "source":null,"source_url":null,"source_date":null,"confidence":null,\
            "rows":{"read":0,"created":0,"updated":0,"unchanged":0,"refused":0},"bytes":{"read":0,"total":38},\
            "rows_per_second":null,"seconds_left":null,"created_at":"2026-11-23T06:00:00.000Z","started_at":null,\
            "ended_at":null,"created_by":"admin","detected":null,"problem":null,\
            "report":"/v1/imports/019dadd7-e400-7000-8000-00000000000a/report","report_deleted_at":null}""";

    private static final String MAX_FILE_BYTES = "" + Limits.MAX_IMPORT_BYTES;

    @Schema(name = "ImportBytes", description = "Bytes of the file as sent: those read so far, and those received.")
    record Bytes(
            @Schema(minimum = "0", maximum = MAX_FILE_BYTES, format = "int32") long read,
            @Schema(minimum = "0", maximum = MAX_FILE_BYTES, format = "int32") long total) {}

    @Schema(name = "ImportProblem", description = "Why a job ended before the end of its file.")
    record ImportProblem(
            @Schema(maxLength = 64) String code,
            @Schema(maxLength = 65_536) String detail,
            @Schema(description = "The line of the file; null if it is not in one.", nullable = true) Long line,
            @Schema(description = "What to do about it.", maxLength = 1_000) String whatToDo) {

        private static ImportProblem of(JsonNode stored, Language language) {
            return of(
                    stored.get("code").textValue(),
                    StoredJson.strings(stored.get("arguments")),
                    stored.get("line").longValue(),
                    language);
        }

        static ImportProblem of(Violation problem, Language language) {
            return of(problem.code(), problem.arguments(), problem.place().line(), language);
        }

        private static ImportProblem of(String code, List<String> arguments, long line, Language language) {
            return new ImportProblem(
                    code,
                    ProblemTexts.ofCell(code, arguments, language),
                    line == 0 ? null : line,
                    ProblemTexts.fix(code, language));
        }
    }

    @Schema(name = "ImportJobList", description = "The latest imports.", example = "{\"data\":[" + EXAMPLE + "]}")
    record Latest(@Schema(maxItems = Limits.MAX_IMPORTS_LISTED) List<ImportJobJson> data) {}

    /**
     * Returns the status of a job.
     *
     * @param now the time by which the pace of a running job is computed
     * @param language the language of the messages
     */
    static ImportJobJson of(ImportJob job, Instant now, Language language) {
        JsonNode problem = StoredJson.tree(job.problem());
        double seconds = seconds(job, now);
        // The remaining time is computed by the bytes, because the number of rows is not known.
        boolean isKnown = seconds > 0 && job.bytesRead() > 0;
        boolean isLeft = job.state() == ImportState.RUNNING && isKnown;
        long left = job.bytesTotal() - job.bytesRead();
        return new ImportJobJson(
                job.id(),
                job.resource(),
                job.state(),
                job.options().isDry(),
                job.options().mode(),
                job.options().onError(),
                job.options().conflict(),
                job.options().reading().strict(),
                job.options().isSureByName() ? "name" : null,
                job.options().source().publisher(),
                job.options().source().url(),
                job.options().source().published(),
                job.options().source().confidence(),
                job.rows(),
                new Bytes(job.bytesRead(), job.bytesTotal()),
                isKnown ? (Long) Math.round(job.rows().read() / seconds) : null,
                isLeft ? (Long) (long) Math.ceil(seconds * left / job.bytesRead()) : null,
                job.createdAt(),
                job.startedAt(),
                job.endedAt(),
                job.writtenBy(),
                StoredJson.read(job.detection(), Detection.class),
                problem.isNull() ? null : ImportProblem.of(problem, language),
                "/v1/imports/" + job.id() + "/report",
                job.reportDeletedAt());
    }

    private static double seconds(ImportJob job, Instant now) {
        Instant until = job.endedAt() == null ? now : job.endedAt();
        return job.startedAt() == null
                ? 0
                : Duration.between(job.startedAt(), until).toMillis() / 1000.0;
    }
}
