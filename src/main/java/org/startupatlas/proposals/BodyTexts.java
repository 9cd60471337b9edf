package org.startupatlas.proposals;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.startupatlas.http.Limits;
import org.startupatlas.proposals.text.ContactCheck;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.TextNormalizer;

/** Reads the texts of a JSON object in a request, and collects all that is wrong with them. */
final class BodyTexts {

    static final String NOTE = "note";

    private final ObjectNode body;
    private final List<Violation> violations;

    /**
     * @param violations the list to which violations are added
     */
    BodyTexts(ObjectNode body, List<Violation> violations) {
        this.body = body;
        this.violations = violations;
    }

    /** Rejects the members that are not known. */
    BodyTexts rejectUnknown(List<String> known) {
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                violations.add(Violation.at(pointer(name), "unknown-property")
                        .suggesting(DidYouMean.nearest(name, known).orElse(null)));
            }
        });
        return this;
    }

    /** Returns the normalized text of a member; empty if it is missing, null, empty or invalid. */
    Optional<String> text(String name, int maxLength, boolean isMultiline) {
        JsonNode value = body.path(name);
        if (!value.isTextual()) {
            if (!value.isNull() && !value.isMissingNode()) {
                violations.add(Violation.at(pointer(name), "wrong-type", "string"));
            }
            return Optional.empty();
        }
        String text = TextNormalizer.normalize(value.textValue(), isMultiline);
        Optional<Violation> violation = violation(name, text, maxLength);
        violation.ifPresent(violations::add);
        return violation.isPresent() || text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<Violation> violation(String name, String text, int maxLength) {
        if (text.codePointCount(0, text.length()) > maxLength) {
            return Optional.of(Violation.at(pointer(name), "too-long", String.valueOf(maxLength)));
        }
        return TextNormalizer.controlCharacter(text).stream()
                .mapToObj(
                        control -> Violation.at(pointer(name), "control-character", TextNormalizer.codePoint(control)))
                .findFirst();
    }

    /** Returns the text of a member that must be there; empty if it is invalid. */
    Optional<String> required(String name, int maxLength, boolean isMultiline) {
        int before = violations.size();
        Optional<String> text = text(name, maxLength, isMultiline);
        if (text.isEmpty() && violations.size() == before) {
            violations.add(Violation.at(pointer(name), "required"));
        }
        return text;
    }

    /**
     * Returns the note, which may have several lines and holds no e-mail address and no telephone number; empty if it is
     * missing or invalid.
     */
    Optional<String> note(boolean isRequired) {
        Optional<String> note = isRequired
                ? required(NOTE, Limits.MAX_PROPOSAL_NOTE_LENGTH, true)
                : text(NOTE, Limits.MAX_PROPOSAL_NOTE_LENGTH, true);
        note.ifPresent(text ->
                new ContactCheck(violations).check(text, JsonPointer.empty().appendProperty(NOTE)));
        return note;
    }

    static String pointer(String name) {
        return JsonPointer.empty().appendProperty(name).toString();
    }
}
