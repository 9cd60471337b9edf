package org.startupatlas.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/** JSON without blanks, with a line for each component and each operation, so that documents are compared by line. */
final class CompactJson {

    /** How deep objects have a line for each member: components, schemas, Startup. */
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
