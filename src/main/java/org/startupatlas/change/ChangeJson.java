package org.startupatlas.change;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.startupatlas.record.RecordJson;

/** Writes changes as clients see them. What is JSON in the log goes out as it is, without being read. */
public final class ChangeJson {

    /** What surrounds the record and what changed in it. */
    private static final int FRAME = 320;

    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    private ChangeJson() {}

    /** The change as an object, on one line. */
    public static byte[] write(LoggedChange change) {
        byte[] record = change.document() == null ? NULL : change.document();
        ByteArrayOutputStream out = new ByteArrayOutputStream(FRAME + record.length + change.changed().length);
        StringBuilder text = new StringBuilder(FRAME);
        text.append("{\"revision\":").append(change.revision());
        text.append(",\"at\":\"").append(RecordJson.time(change.at())).append('"');
        append(text, "op", change.op());
        append(text, "resource", change.resource());
        append(text, "id", change.recordId());
        text.append(",\"version\":").append(change.version());
        append(text, "by", change.writtenBy());
        append(text, "into", change.mergedInto());
        text.append(",\"changed\":");
        out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(change.changed());
        out.writeBytes(",\"record\":".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(record);
        out.write('}');
        return out.toByteArray();
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
