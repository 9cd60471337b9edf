package org.startupatlas.imports.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.regex.Pattern;

/** Tells by its beginning whether a text is NDJSON, another form of JSON, or no JSON. */
final class JsonShape {

    /** A JSON array, in one line or several; a header may begin with a bracket as well. */
    private static final Pattern ARRAY = Pattern.compile("\\A\\s*\\[\\s*([{\\[\\]].*|\\R.*)", Pattern.DOTALL);

    private JsonShape() {}

    /** Returns the format of a text by its beginning. */
    static FileFormat of(String text) {
        String begin = text.stripLeading();
        if (begin.startsWith("{")) {
            return isDocument(begin) ? FileFormat.JSON : FileFormat.NDJSON;
        }
        return ARRAY.matcher(text).matches() ? FileFormat.JSON : FileFormat.CSV;
    }

    /**
     * Whether a text begins with an object that is a list answer, or goes over several lines. An object that is damaged
     * in its first line is a damaged line of NDJSON.
     */
    private static boolean isDocument(String begin) {
        int depth = 0;
        String topLevelKey = null;
        try (JsonParser parser = JsonElements.FACTORY.createParser(begin)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && depth == 1) {
                    topLevelKey = parser.currentName();
                } else if (token == JsonToken.START_ARRAY && depth == 1 && JsonElements.isList(topLevelKey)) {
                    JsonToken first = parser.nextToken();
                    if (first == JsonToken.START_OBJECT || first == JsonToken.END_ARRAY) {
                        return true;
                    }
                    depth += first == JsonToken.START_ARRAY ? 1 : 0;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 0) {
                    return parser.currentLocation().getLineNr() > 1;
                }
            }
        } catch (JsonEOFException cut) {
            // The sample ends within the object.
            return cut.getLocation() != null && begin.lines().limit(2).count() > 1 && begin.indexOf('\n') < 1 << 12;
        } catch (IOException damaged) {
            return false;
        }
        return false;
    }
}
