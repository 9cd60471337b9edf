package org.startupatlas.transfer.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.startupatlas.writing.Written;

/** What is told of rows, as it is kept; faults are put into words when they are read. */
final class FindingJson {

    static final String LINE = "line";
    static final String FIELD = "field";
    static final String CODE = "code";
    static final String VALUE = "value";
    static final String ARGUMENTS = "arguments";
    static final String DID_YOU_MEAN = "did_you_mean";
    static final String CHANGED = "changed";

    private FindingJson() {}

    /** Why a row was refused. */
    static ObjectNode of(ImportRow row, RowFault fault) {
        ObjectNode told =
                ofLine(row).put(FIELD, fault.field()).put(CODE, fault.code()).put(VALUE, fault.value());
        fault.arguments().forEach(told.putArray(ARGUMENTS)::add);
        return told.put(DID_YOU_MEAN, fault.didYouMean());
    }

    /** What a row has changed. */
    static ObjectNode of(ImportRow row, Written written) {
        ObjectNode told = ofLine(row).put("id", written.id()).put("slug", written.slug());
        told.set(CHANGED, written.changed());
        return told;
    }

    /** What a row that was created may be a double of. */
    static ObjectNode of(ImportRow row, Written written, RowMatch.Likely likely) {
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
}
