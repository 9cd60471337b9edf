package org.startupatlas.changelog.read;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.startupatlas.query.ChangesQuery;
import org.startupatlas.record.RecordJson;

/** Writes changes as the JSON that clients receive. Members that are stored as JSON are copied without being parsed. */
public final class ChangeJson {

    /** The approximate length of all members except {@code record} and {@code changed}. */
    private static final int METADATA_LENGTH = 320;

    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    /** The value of a member that is not requested. */
    private static final byte[] OMITTED = {};

    private ChangeJson() {}

    /** Returns the change as a JSON object on one line, with the requested members. */
    public static byte[] write(LoggedChange change, ChangesQuery query) {
        byte[] changed = query.shows(ChangesQuery.CHANGED) ? change.changed() : OMITTED;
        byte[] record =
                !query.shows(ChangesQuery.RECORD) ? OMITTED : change.document() == null ? NULL : change.document();
        ByteArrayOutputStream out = new ByteArrayOutputStream(METADATA_LENGTH + record.length + changed.length);
        out.writeBytes(metadata(change, query).getBytes(StandardCharsets.UTF_8));
        append(out, ChangesQuery.CHANGED, changed);
        append(out, ChangesQuery.RECORD, record);
        out.write('}');
        return out.toByteArray();
    }

    private static String metadata(LoggedChange change, ChangesQuery query) {
        StringBuilder text = new StringBuilder(METADATA_LENGTH);
        text.append("{\"revision\":").append(change.revision());
        if (query.shows("at")) {
            append(text, "at", RecordJson.time(change.at()));
        }
        if (query.shows("op")) {
            append(text, "op", change.op());
        }
        if (query.shows("resource")) {
            append(text, "resource", change.resource());
        }
        if (query.shows("id")) {
            append(text, "id", change.recordId());
        }
        if (query.shows("version")) {
            text.append(",\"version\":").append(change.version());
        }
        if (query.shows("by")) {
            append(text, "by", change.writtenBy());
        }
        if (query.shows("into")) {
            append(text, "into", change.mergedInto());
        }
        return text.toString();
    }

    private static void append(ByteArrayOutputStream out, String key, byte[] json) {
        if (json.length > 0) {
            out.writeBytes((",\"" + key + "\":").getBytes(StandardCharsets.UTF_8));
            out.writeBytes(json);
        }
    }

    private static void append(StringBuilder text, String key, String value) {
        text.append(",\"").append(key).append("\":");
        if (value == null) {
            text.append("null");
        } else {
            text.append('"')
                    .append(JsonStringEncoder.getInstance().quoteAsString(value))
                    .append('"');
        }
    }
}
