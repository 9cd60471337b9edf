package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.startupatlas.http.ProblemTexts;
import org.startupatlas.query.Language;
import org.startupatlas.record.RecordJson;

/** Import jobs as the JSON that clients see. */
final class ImportJson {

    private ImportJson() {}

    static ObjectNode list(List<ImportJob> jobs, Instant now, Language language) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("data")
                .addAll(jobs.stream().map(job -> of(job, now, language)).toList());
        return list;
    }

    /**
     * A job, as it is at that moment.
     *
     * @param language of the sentences
     */
    static ObjectNode of(ImportJob job, Instant now, Language language) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", job.id().toString())
                .put("resource", job.resource())
                .put("state", job.state().code())
                .put("dry_run", job.options().isDry())
                .put("mode", StoredJson.word(job.options().mode()))
                .put("on_error", StoredJson.word(job.options().onError()));
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

    /** The deletion of a report that a dry run does not carry out. */
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

    /** By the rows so far; the time that is left by the bytes, because nobody knows how many rows there are. */
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
        JsonNode kept = StoredJson.tree(job.problem());
        if (kept.isNull()) {
            return kept;
        }
        List<String> arguments = StoredJson.strings(kept.get("arguments"));
        ObjectNode problem = JsonNodeFactory.instance
                .objectNode()
                .put("code", kept.get("code").textValue())
                .put("detail", ProblemTexts.detail(kept.get("code").textValue(), arguments, language));
        long line = kept.get("line").longValue();
        return line == 0 ? problem.putNull("line") : problem.put("line", line);
    }

    private static String time(Instant time) {
        return time == null ? null : RecordJson.time(time);
    }
}
