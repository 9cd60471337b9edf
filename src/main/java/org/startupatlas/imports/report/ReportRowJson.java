package org.startupatlas.imports.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.file.RowFault;
import org.startupatlas.imports.match.RowMatch;
import org.startupatlas.write.batch.RowResult;

/** What is told of rows, as it is kept; faults are put into words when they are read. */
public final class ReportRowJson {

    public static final String LINE = "line";
    public static final String FIELD = "field";
    public static final String CODE = "code";
    public static final String VALUE = "value";
    public static final String ARGUMENTS = "arguments";
    static final String DID_YOU_MEAN = "did_you_mean";
    public static final String CHANGED = "changed";

    /** That the sentence is not to be told any more, because it named the value. */
    public static final String REDACTED = "redacted";

    private ReportRowJson() {}

    /** Why a row was refused. */
    public static ObjectNode of(ImportRow row, RowFault problem) {
        ObjectNode entry =
                ofLine(row).put(FIELD, problem.field()).put(CODE, problem.code()).put(VALUE, problem.value());
        problem.arguments().forEach(entry.putArray(ARGUMENTS)::add);
        return entry.put(DID_YOU_MEAN, problem.didYouMean());
    }

    /** What a row has changed. */
    public static ObjectNode of(ImportRow row, RowResult written) {
        ObjectNode entry = ofLine(row).put("id", written.id()).put("slug", written.slug());
        entry.set(CHANGED, written.changed());
        return entry;
    }

    /** What a row that was created may be a double of. */
    public static ObjectNode of(ImportRow row, RowResult written, RowMatch.Likely likely) {
        ObjectNode entry = ofLine(row).put("id", written.id()).put("slug", written.slug());
        entry.putObject("like")
                .put("id", likely.id())
                .put("slug", likely.slug())
                .put("name", likely.name())
                .put("score", likely.score());
        return entry;
    }

    private static ObjectNode ofLine(ImportRow row) {
        return JsonNodeFactory.instance.objectNode().put(LINE, row.line());
    }

    /** Takes a value of the record out of what is told of a row; returns whether it was there. */
    static boolean redact(ReportRow.Kind kind, ObjectNode entry, Redaction redaction) {
        return switch (kind) {
            case REFUSED -> isAbout(entry, redaction) && redactRefusal(entry);
            case CHANGED -> redaction.applyToChanged(entry.get(CHANGED));
            case POSSIBLE_DUPLICATE -> redaction.apply((ObjectNode) entry.get("like"));
        };
    }

    /** A sentence about another field may name this one and its value: closed is before founded, which is 2021. */
    private static boolean isAbout(ObjectNode entry, Redaction redaction) {
        JsonNode field = entry.get(FIELD);
        if (field.isTextual() && redaction.touches(field.textValue())) {
            return true;
        }
        for (JsonNode argument : entry.get(ARGUMENTS)) {
            if (redaction.touches(argument.textValue())) {
                return true;
            }
        }
        return false;
    }

    /** Of a refusal, the line, the field and the code stay. */
    private static boolean redactRefusal(ObjectNode entry) {
        boolean held = entry.hasNonNull(VALUE) || !entry.get(ARGUMENTS).isEmpty();
        entry.putNull(VALUE).putNull(DID_YOU_MEAN).put(REDACTED, true).putArray(ARGUMENTS);
        return held;
    }
}
