package org.startupatlas.reconcile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.StrictJson;

/** The JSON object in a parameter, and what is wrong with it. */
final class JsonParameter {

    private final String parameter;
    private final ObjectNode object;
    private final List<Violation> violations = new ArrayList<>();

    private JsonParameter(String parameter, ObjectNode object) {
        this.parameter = parameter;
        this.object = object;
    }

    /**
     * Parses a parameter.
     *
     * @throws RejectedException if it is not JSON, nested too deep, has a duplicate key, or is no object
     */
    static JsonParameter read(String parameter, String text) {
        try {
            if (StrictJson.read(text) instanceof ObjectNode object) {
                JsonParameter read = new JsonParameter(parameter, object);
                read.rejectUnstorable(object, JsonPointer.empty());
                read.rejectIfInvalid();
                return read;
            }
            throw rejected(Violation.of(parameter, text.isBlank() ? "empty-value" : "not-an-object"));
        } catch (StreamConstraintsException beyond) {
            throw rejected(Violation.of(parameter, "body-beyond-limits", String.valueOf(RequestBody.MAX_DEPTH)));
        } catch (JsonProcessingException notJson) {
            JsonLocation at = notJson.getLocation();
            throw rejected(Violation.of(
                    parameter,
                    StrictJson.isOfDuplicateKey(notJson) ? "duplicate-key" : "not-json",
                    String.valueOf(at == null ? 1 : at.getLineNr()),
                    String.valueOf(at == null ? 1 : at.getColumnNr())));
        }
    }

    private static RejectedException rejected(Violation violation) {
        return RejectedException.of(ProblemKind.INVALID_PARAMETERS, violation);
    }

    private void rejectUnstorable(JsonNode node, JsonPointer at) {
        if (node.isTextual() && !StrictJson.isStorable(node.textValue())) {
            reject(at, "invalid-text");
        }
        node.properties().forEach(property -> {
            JsonPointer member = at.appendProperty(property.getKey());
            if (!StrictJson.isStorable(property.getKey())) {
                reject(member, "invalid-text");
            }
            rejectUnstorable(property.getValue(), member);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            rejectUnstorable(node.get(i), at.appendIndex(i));
        }
    }

    ObjectNode object() {
        return object;
    }

    void reject(JsonPointer at, String code, String... arguments) {
        violations.add(place(at, code, arguments));
    }

    private Violation place(JsonPointer at, String code, String... arguments) {
        return Violation.of(parameter, code, arguments).within(at.toString());
    }

    /** Rejects the members of an object that are none of the known ones. */
    void rejectUnknown(JsonNode node, JsonPointer at, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                violations.add(place(at.appendProperty(name), "unknown-property")
                        .suggesting(DidYouMean.nearest(name, known).orElse(null)));
            }
        });
    }

    /** Returns a member that is a text, or null if it is absent or none. */
    String text(JsonNode node, JsonPointer at, String member) {
        JsonNode value = node.path(member);
        if (!value.isMissingNode() && !value.isTextual()) {
            reject(at.appendProperty(member), "not-a-text");
        }
        return value.textValue();
    }

    /** Returns a member that is a list; an empty one if it is absent or none. */
    List<JsonNode> list(JsonNode node, JsonPointer at, String member, int max) {
        JsonNode value = node.path(member);
        List<JsonNode> elements = new ArrayList<>();
        if (value.isArray() && value.size() > max) {
            reject(at.appendProperty(member), "too-many", String.valueOf(max));
        } else if (value.isArray()) {
            value.forEach(elements::add);
        } else if (!value.isMissingNode()) {
            reject(at.appendProperty(member), "wrong-type", "array");
        }
        return elements;
    }

    /**
     * Throws if there are violations.
     *
     * @throws RejectedException with as many of them as a problem lists
     */
    void rejectIfInvalid() {
        if (!violations.isEmpty()) {
            throw RejectedException.of(ProblemKind.INVALID_PARAMETERS, violations);
        }
    }
}
