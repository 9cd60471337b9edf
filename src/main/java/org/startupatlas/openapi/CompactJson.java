package org.startupatlas.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON without whitespace, with one line per component and per operation, so that two documents can be compared
 * line by line.
 */
final class CompactJson {

    /** The nesting depth down to which each member of an object has its own line: components, schemas, Startup. */
    private static final int DEPTH = 3;

    private CompactJson() {}

    static String write(JsonNode document) {
        StringBuilder text = new StringBuilder();
        write(document, DEPTH, text);
        return text.append('\n').toString();
    }

    private static void write(JsonNode node, int depth, StringBuilder text) {
        if (depth == 0 || !node.isObject() || node.isEmpty()) {
            text.append(node);
            return;
        }
        text.append('{');
        for (Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            text.append('\n').append('"').append(member.getKey()).append("\":");
            write(member.getValue(), depth - 1, text);
            if (members.hasNext()) {
                text.append(',');
            }
        }
        text.append("\n}");
    }
}
