package org.startupatlas.imports.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.startupatlas.record.ExternalIdScheme;
import org.startupatlas.record.NameKeys;
import org.startupatlas.record.TextNormalizer;

/** Tells whether two values of a field are the same, however they are spelled. */
final class SameValues {

    private SameValues() {}

    static boolean areSame(String field, JsonNode one, JsonNode other) {
        return canonical(field, one).equals(canonical(field, other));
    }

    /** Returns a text that the same values of a field have in common. */
    static String canonical(String field, JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().signum() == 0
                    ? "0"
                    : value.decimalValue().stripTrailingZeros().toString();
        }
        if (value.isArray()) {
            List<String> elements = new ArrayList<>();
            value.forEach(element -> elements.add(canonical("", element)));
            Collections.sort(elements); // the order of a list says nothing
            return elements.toString();
        }
        if (value.isObject()) {
            List<String> members = new ArrayList<>();
            value.properties().forEach(member -> {
                if (!member.getValue().isNull()) {
                    members.add(member.getKey() + "=" + canonical("", member.getValue()));
                }
            });
            Collections.sort(members);
            return members.toString();
        }
        return value.isTextual() ? ofText(field, value.textValue()) : value.toString();
    }

    private static String ofText(String field, String text) {
        String normalized = TextNormalizer.normalize(text, true);
        return switch (field) {
            case "name" -> NameKeys.of(normalized).match();
            case "city" -> CityNames.find(normalized).map(CityNames.City::name).orElse(normalized);
            default -> scheme(field, normalized);
        };
    }

    /** Returns the stored form of an external id, and any other text as it is. */
    private static String scheme(String field, String text) {
        for (ExternalIdScheme scheme : ExternalIdScheme.values()) {
            if (scheme.code().equals(field)) {
                return scheme.normalize(text).orElse(text);
            }
        }
        return text;
    }
}
