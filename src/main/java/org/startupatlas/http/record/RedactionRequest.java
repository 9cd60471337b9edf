package org.startupatlas.http.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;

/**
 * The body of a redaction request.
 *
 * @param withMerged whether the records that were merged into this one are redacted too
 */
record RedactionRequest(Redaction redaction, boolean withMerged) {

    /** The maximum length that the OpenAPI document states. */
    private static final int MAX_PATH_LENGTH = 200;

    private static final int MAX_REPLACEMENT_LENGTH = 1_000;

    /**
     * Parses the body of a request.
     *
     * @throws RejectedException if it is invalid
     */
    static RedactionRequest of(ObjectNode input) {
        List<Violation> errors = new ArrayList<>();
        input.fieldNames().forEachRemaining(name -> {
            if (!List.of("path", "replacement", "merged").contains(name)) {
                errors.add(Violation.at("/" + name, "unknown-property"));
            }
        });
        JsonNode path = input.path("path");
        JsonNode replacement = input.path("replacement");
        JsonNode merged = input.path("merged");
        if (!path.isTextual()) {
            errors.add(Violation.at("/path", path.isMissingNode() ? "required" : "wrong-type", "string"));
        }
        if (!replacement.isTextual() && !replacement.isNull() && !replacement.isMissingNode()) {
            errors.add(Violation.at("/replacement", "wrong-type", "string"));
        }
        if (!merged.isBoolean() && !merged.isMissingNode()) {
            errors.add(Violation.at("/merged", "wrong-type", "boolean"));
        }
        RequestBody.tooLong("/path", path, MAX_PATH_LENGTH).ifPresent(errors::add);
        RequestBody.tooLong("/replacement", replacement, MAX_REPLACEMENT_LENGTH).ifPresent(errors::add);
        if (!errors.isEmpty()) {
            throw RejectedException.of(ProblemKind.INVALID_RECORD, errors);
        }
        return new RedactionRequest(new Redaction(path.textValue(), replacement.textValue()), merged.booleanValue());
    }
}
