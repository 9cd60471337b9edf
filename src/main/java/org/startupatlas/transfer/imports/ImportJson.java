package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.startupatlas.http.ProblemTexts;
import org.startupatlas.query.Language;
import org.startupatlas.record.RecordJson;

/** Jobs as JSON, and what the database keeps of them as JSON. */
final class ImportJson {

    private static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private ImportJson() {}

    /** The word of a choice, as clients and the database say it. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E ofWord(Class<E> choices, String word) {
        return Enum.valueOf(choices, word.toUpperCase(Locale.ROOT));
    }

    static String write(Object value) {
        return JSON.valueToTree(value).toString();
    }

    /** How a file is to be read, from what the database keeps of it. */
    static ReadingOptions reading(String charset, String delimiter, String mapping) {
        try {
            return new ReadingOptions(
                    charset == null ? null : Charset.forName(charset),
                    delimiter == null ? null : delimiter.charAt(0),
                    JSON.readValue(mapping, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("not a mapping of ours: " + mapping, notOurs);
        }
    }

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
                .put("mode", word(job.options().mode()))
                .put("on_error", word(job.options().onError()));
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
        node.set("detected", tree(job.detection()));
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
        JsonNode kept = tree(job.problem());
        if (kept.isNull()) {
            return kept;
        }
        List<String> arguments = words(kept.get("arguments"));
        ObjectNode problem = JsonNodeFactory.instance
                .objectNode()
                .put("code", kept.get("code").textValue())
                .put("detail", ProblemTexts.detail(kept.get("code").textValue(), arguments, language));
        long line = kept.get("line").longValue();
        return line == 0 ? problem.putNull("line") : problem.put("line", line);
    }

    static List<String> words(JsonNode array) {
        return JSON.convertValue(array, new TypeReference<List<String>>() {});
    }

    static JsonNode tree(String json) {
        try {
            return json == null ? JsonNodeFactory.instance.nullNode() : JSON.readTree(json);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("not JSON of ours: " + json, notOurs);
        }
    }

    private static String time(Instant time) {
        return time == null ? null : RecordJson.time(time);
    }
}
