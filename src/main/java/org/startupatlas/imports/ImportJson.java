package org.startupatlas.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.startupatlas.http.problem.ProblemTexts;
import org.startupatlas.imports.job.ImportJob;
import org.startupatlas.imports.job.ImportState;
import org.startupatlas.imports.job.RowCounts;
import org.startupatlas.imports.report.StoredJson;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;

/** The JSON of import jobs in the API. */
final class ImportJson {

    private ImportJson() {}

    static ObjectNode list(List<ImportJob> jobs, Instant now, Language language) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("data")
                .addAll(jobs.stream().map(job -> of(job, now, language)).toList());
        return list;
    }

    /**
     * Returns the JSON of a job.
     *
     * @param now the time by which the pace of a running job is computed
     * @param language the language of the messages
     */
    static ObjectNode of(ImportJob job, Instant now, Language language) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", job.id().toString())
                .put("resource", job.resource())
                .put("state", job.state().code())
                .put("dry_run", job.options().isDry())
                .put("mode", StoredJson.code(job.options().mode()))
                .put("on_error", StoredJson.code(job.options().onError()));
        RowCounts rows = job.rows();
        node.putObject("rows")
                .put("read", rows.read())
                .put("created", rows.created())
                .put("updated", rows.updated())
                .put("unchanged", rows.unchanged())
                .put("refused", rows.refused());
        node.putObject("bytes").put("read", job.bytesRead()).put("total", job.bytesTotal());
        addPace(node, job, now);
        node.put("created_at", RecordJson.time(job.createdAt()))
                .put("started_at", time(job.startedAt()))
                .put("ended_at", time(job.endedAt()))
                .put("created_by", job.writtenBy());
        node.set("detected", StoredJson.tree(job.detection()));
        node.set("problem", problem(job, language));
        return node.put("report", "/v1/imports/" + job.id() + "/report")
                .put("report_deleted_at", time(job.reportDeletedAt()));
    }

    /** Returns the JSON for a dry run of the deletion of a report. */
    static ObjectNode deletedReport(ImportJob job, long entries) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("data")
                .addObject()
                .put("op", "deleted")
                .put("resource", "imports")
                .put("id", job.id().toString())
                .put("report_entries", entries);
        node.putObject("meta").put("dry_run", true);
        return node;
    }

    /** Adds the pace in rows, and the remaining time by the bytes, because the number of rows is not known. */
    private static void addPace(ObjectNode node, ImportJob job, Instant now) {
        Instant until = job.endedAt() == null ? now : job.endedAt();
        double seconds = job.startedAt() == null
                ? 0
                : Duration.between(job.startedAt(), until).toMillis() / 1000.0;
        boolean isKnown = seconds > 0 && job.bytesRead() > 0;
        node.put("rows_per_second", isKnown ? (Long) Math.round(job.rows().read() / seconds) : null);
        boolean isLeft = job.state() == ImportState.RUNNING && isKnown;
        long left = job.bytesTotal() - job.bytesRead();
        node.put("seconds_left", isLeft ? (Long) (long) Math.ceil(seconds * left / job.bytesRead()) : null);
    }

    private static JsonNode problem(ImportJob job, Language language) {
        JsonNode stored = StoredJson.tree(job.problem());
        if (stored.isNull()) {
            return stored;
        }
        List<String> arguments = StoredJson.strings(stored.get("arguments"));
        ObjectNode problem = JsonNodeFactory.instance
                .objectNode()
                .put("code", stored.get("code").textValue())
                .put("detail", ProblemTexts.detail(stored.get("code").textValue(), arguments, language));
        long line = stored.get("line").longValue();
        return line == 0 ? problem.putNull("line") : problem.put("line", line);
    }

    private static String time(Instant time) {
        return time == null ? null : RecordJson.time(time);
    }
}
