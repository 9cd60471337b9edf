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
    public static ObjectNode of(ImportRow row, RowFault fault) {
        ObjectNode told =
                ofLine(row).put(FIELD, fault.field()).put(CODE, fault.code()).put(VALUE, fault.value());
        fault.arguments().forEach(told.putArray(ARGUMENTS)::add);
        return told.put(DID_YOU_MEAN, fault.didYouMean());
    }

    /** What a row has changed. */
    public static ObjectNode of(ImportRow row, RowResult written) {
        ObjectNode told = ofLine(row).put("id", written.id()).put("slug", written.slug());
        told.set(CHANGED, written.changed());
        return told;
    }

    /** What a row that was created may be a double of. */
    public static ObjectNode of(ImportRow row, RowResult written, RowMatch.Likely likely) {
        ObjectNode told = ofLine(row).put("id", written.id()).put("slug", written.slug());
        told.putObject("like")
                .put("id", likely.id())
                .put("slug", likely.slug())
                .put("name", likely.name())
                .put("score", likely.score());
        return told;
    }

    private static ObjectNode ofLine(ImportRow row) {
        return JsonNodeFactory.instance.objectNode().put(LINE, row.line());
    }

    /** Takes a value of the record out of what is told of a row; returns whether it was there. */
    static boolean redact(ReportRow.Kind kind, ObjectNode told, Redaction redaction) {
        return switch (kind) {
            case REFUSED -> isAbout(told, redaction) && redactRefusal(told);
            case CHANGED -> redaction.applyToChanged(told.get(CHANGED));
            case POSSIBLE_DUPLICATE -> redaction.apply((ObjectNode) told.get("like"));
        };
    }

    /** A sentence about another field may name this one and its value: closed is before founded, which is 2021. */
    private static boolean isAbout(ObjectNode told, Redaction redaction) {
        JsonNode field = told.get(FIELD);
        if (field.isTextual() && redaction.touches(field.textValue())) {
            return true;
        }
        for (JsonNode argument : told.get(ARGUMENTS)) {
            if (redaction.touches(argument.textValue())) {
                return true;
            }
        }
        return false;
    }

    /** Of a refusal, the line, the field and the code stay. */
    private static boolean redactRefusal(ObjectNode told) {
        boolean held = told.hasNonNull(VALUE) || !told.get(ARGUMENTS).isEmpty();
        told.putNull(VALUE).putNull(DID_YOU_MEAN).put(REDACTED, true).putArray(ARGUMENTS);
        return held;
    }
}
