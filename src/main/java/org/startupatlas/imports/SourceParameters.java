package org.startupatlas.imports;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.startupatlas.imports.cell.ClaimSource;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.Folding;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.record.WebAddress;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Field;

/** Parses the parameters that say where the values of a file are from. They are checked as the parts of a claim are. */
final class SourceParameters {

    /** As of other texts that lists are filtered by. */
    private static final int MAX_KEY_LENGTH = 500;

    private static final Field CLAIM = CommonFields.trailing().stream()
            .filter(field -> field.name().equals("provenance"))
            .findFirst()
            .orElseThrow();

    private final ParameterSet parameters;
    private final List<String> confidences;

    /**
     * @param confidences the codes of the vocabulary
     */
    SourceParameters(ParameterSet parameters, List<String> confidences) {
        this.parameters = parameters;
        this.confidences = confidences;
    }

    String publisher() {
        return text(ClaimSource.SOURCE, "publisher")
                .filter(name -> isAllowed(
                        !Folding.isKeyLongerThan(name, MAX_KEY_LENGTH),
                        Violation.of(ClaimSource.SOURCE, "too-long-folded", String.valueOf(MAX_KEY_LENGTH))))
                .orElse(null);
    }

    String url() {
        return text(ClaimSource.SOURCE_URL, "url")
                .filter(link -> isAllowed(
                        WebAddress.isPublic(link), Violation.of(ClaimSource.SOURCE_URL, "invalid-value", link, "link")))
                .orElse(null);
    }

    String published() {
        return text(ClaimSource.SOURCE_DATE, "published")
                .filter(date -> isAllowed(
                        PartialDate.parse(date).isPresent(),
                        Violation.of(ClaimSource.SOURCE_DATE, "invalid-value", date, "partial_date")))
                .orElse(null);
    }

    String confidence() {
        return parameters.choice(ClaimSource.CONFIDENCE, confidences).orElse(null);
    }

    private Optional<String> text(String name, String part) {
        Optional<String> text = parameters.text(name).map(given -> TextNormalizer.normalize(given, false));
        Optional<Violation> problem = text.flatMap(given -> problem(name, given, maxLength(part)));
        problem.ifPresent(parameters::reject);
        return problem.isPresent() ? Optional.empty() : text;
    }

    private static Optional<Violation> problem(String name, String text, int maxLength) {
        OptionalInt control = TextNormalizer.controlCharacter(text);
        if (control.isPresent()) {
            return Optional.of(Violation.of(name, "control-character", TextNormalizer.codePoint(control.getAsInt())));
        }
        if (text.isBlank()) {
            return Optional.of(Violation.of(name, "empty-value"));
        }
        return text.length() > maxLength
                ? Optional.of(Violation.of(name, "too-long", String.valueOf(maxLength)))
                : Optional.empty();
    }

    private static int maxLength(String part) {
        return CLAIM.part(part).maxLength();
    }

    /** Rejects the request unless a value is allowed; returns whether it is. */
    private boolean isAllowed(boolean isAllowed, Violation violation) {
        if (!isAllowed) {
            parameters.reject(violation);
        }
        return isAllowed;
    }
}
