package org.startupatlas.imports.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.imports.file.ImportRow;
import org.startupatlas.imports.file.SourceRow;
import org.startupatlas.imports.match.RowMatch;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.write.batch.RowResult;

/** The stored JSON of report rows. The messages of problems are added when a report is read, in its language. */
public final class ReportRowJson {

    public static final String LINE = "line";
    public static final String FIELD = "field";
    public static final String CODE = "code";
    public static final String VALUE = "value";
    public static final String ARGUMENTS = "arguments";
    public static final String DID_YOU_MEAN = "did_you_mean";
    public static final String CHANGED = "changed";
    public static final String STORED = "stored";
    public static final String FILE = "file";
    public static final String SOURCES = "sources";

    public static final String NAMES = "names";
    public static final String FIELDS = "fields";
    public static final String CELLS = "cells";
    public static final String RAW = "raw";

    private static final String PROVENANCE = "provenance";

    /** Set if the message must not be shown, because it contained the redacted value. */
    public static final String REDACTED = "redacted";

    private ReportRowJson() {}

    /** Returns the JSON of a problem of a refused row, or of a cell that is left out. */
    public static ObjectNode of(ImportRow row, Violation problem) {
        ObjectNode entry = ofLine(row)
                .put(FIELD, problem.place().column())
                .put(CODE, problem.code())
                .put(VALUE, problem.place().value());
        problem.arguments().forEach(entry.putArray(ARGUMENTS)::add);
        return entry.put(DID_YOU_MEAN, problem.didYouMean());
    }

    /** Returns the JSON of an updated record, with the changed values. */
    public static ObjectNode of(ImportRow row, RowResult result) {
        ObjectNode entry = ofLine(row).put("id", result.id()).put("slug", result.slug());
        ArrayNode changed = entry.putArray(CHANGED);
        result.changed().forEach(change -> changed.add(isOfClaims(change) ? ofClaims(change) : change));
        return entry;
    }

    /** Whether a change is one of the list of claims. */
    public static boolean isOfClaims(JsonNode change) {
        return change.get("path").textValue().equals(PROVENANCE);
    }

    /** Returns a change of the list of claims with only those that differ. */
    private static ObjectNode ofClaims(JsonNode change) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("path", PROVENANCE)
                .<ObjectNode>set("from", without(change.get("from"), change.get("to")))
                .set("to", without(change.get("to"), change.get("from")));
    }

    private static ArrayNode without(JsonNode claims, JsonNode others) {
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        claims.valueStream()
                .filter(claim -> others.valueStream().noneMatch(claim::equals))
                .forEach(rest::add);
        return rest;
    }

    /** Returns the JSON of a created record, with an existing record that it may be a duplicate of. */
    public static ObjectNode of(ImportRow row, RowResult result, RowMatch.Likely likely) {
        ObjectNode entry = ofLine(row).put("id", result.id()).put("slug", result.slug());
        entry.putObject("like")
                .put("id", likely.id())
                .put("slug", likely.slug())
                .put("name", likely.name())
                .put("score", likely.score());
        return entry;
    }

    /** One of the values of a conflict, and who claims it. */
    public record Side(JsonNode value, List<String> sources) {

        public Side {
            sources = List.copyOf(sources);
        }
    }

    /** Returns the JSON of a value that was not written, because the record has another. */
    public static ObjectNode ofConflict(ImportRow row, RowResult result, String field, Side stored, Side ofRow) {
        ObjectNode entry =
                ofLine(row).put("id", result.id()).put("slug", result.slug()).put(FIELD, field);
        addSide(entry, STORED, stored);
        addSide(entry, FILE, ofRow);
        return entry;
    }

    private static void addSide(ObjectNode entry, String name, Side side) {
        ObjectNode node = entry.putObject(name);
        node.set(VALUE, side.value());
        side.sources().forEach(node.putArray(SOURCES)::add);
    }

    /** Returns the JSON of a refused row as the file has it. */
    public static ObjectNode ofSource(ImportRow row) {
        ObjectNode entry = ofLine(row);
        SourceRow source = row.asInFile();
        if (source.names() != null) {
            source.names().forEach(entry.putArray(NAMES)::add);
        }
        source.fields().forEach(entry.putArray(FIELDS)::add);
        if (source.cells() != null) {
            source.cells().forEach(entry.putArray(CELLS)::add);
        }
        return entry.put(RAW, source.raw());
    }

    private static ObjectNode ofLine(ImportRow row) {
        return JsonNodeFactory.instance.objectNode().put(LINE, row.line());
    }

    /** Removes a redacted value from the JSON of a report row; returns whether it was there. */
    static boolean redact(ReportRow.Kind kind, ObjectNode entry, Redaction redaction) {
        return switch (kind) {
            case REFUSED, LEFT_OUT -> isAbout(entry, redaction) && redactRefusal(entry);
            case CHANGED -> redaction.applyToChanged(entry.get(CHANGED));
            case POSSIBLE_DUPLICATE -> redaction.apply((ObjectNode) entry.get("like"));
            case CONFLICT -> redaction.touches(entry.get(FIELD).textValue()) && redactConflict(entry);
            case ROW -> redactCells(entry, redaction);
        };
    }

    /** Empties the cells of the redacted field, and those of no field, which may repeat the value. */
    private static boolean redactCells(ObjectNode entry, Redaction redaction) {
        boolean hadValue = entry.hasNonNull(RAW);
        entry.putNull(RAW);
        if (entry.get(CELLS) instanceof ArrayNode cells) {
            for (int i = 0; i < cells.size(); i++) {
                JsonNode field = entry.get(FIELDS).path(i);
                boolean isKept = field.isTextual() && !redaction.touches(field.textValue());
                hadValue |= !isKept && !cells.get(i).textValue().isEmpty();
                cells.set(i, isKept ? cells.get(i) : TextNode.valueOf(""));
            }
        }
        return hadValue;
    }

    /** The message of a problem of another field may contain the value: closed is before founded, which is 2021. */
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

    /** Keeps the line and the field of a conflict. */
    private static boolean redactConflict(ObjectNode entry) {
        ((ObjectNode) entry.get(STORED)).putNull(VALUE);
        ((ObjectNode) entry.get(FILE)).putNull(VALUE);
        return true;
    }

    /** Keeps the line, the field and the code of a refusal. */
    private static boolean redactRefusal(ObjectNode entry) {
        boolean hadValue = entry.hasNonNull(VALUE) || !entry.get(ARGUMENTS).isEmpty();
        entry.putNull(VALUE).putNull(DID_YOU_MEAN).put(REDACTED, true).putArray(ARGUMENTS);
        return hadValue;
    }
}
