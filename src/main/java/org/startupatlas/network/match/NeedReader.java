package org.startupatlas.network.match;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.startupatlas.network.match.party.Need;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Vocabularies;

/** Reads needs. */
@Singleton
class NeedReader {

    private static final List<String> MEMBERS = ParameterSet.names(NeedBody.class);

    /** The vocabularies of the members that have one. */
    private static final Map<String, String> VOCABULARIES = Map.of(
            "sectors", "sectors",
            "technologies", "technologies",
            "stage", "stages",
            "countries", "countries",
            "pillars", "pillars");

    /** The codes of ISO 639-1. */
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** Languages without such a code have one of ISO 639-3, as Standard Moroccan Tamazight has zgh. */
    private static final Pattern THREE_LETTERS = Pattern.compile("[a-z]{3}");

    private final Vocabularies vocabularies;

    NeedReader(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /**
     * Reads a need.
     *
     * @throws RejectedException with all that is wrong with it
     */
    Need read(ObjectNode body) {
        List<Violation> violations = new ArrayList<>();
        body.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                violations.add(Violation.at(pointer(name), "unknown-property")
                        .suggesting(DidYouMean.nearest(name, MEMBERS).orElse(null)));
            }
        });
        List<String> stage = new ArrayList<>();
        if (body.hasNonNull("stage")) {
            addCode("stage", pointer("stage"), body.get("stage"), stage, violations);
        }
        Need need = new Need(
                codes(body, "sectors", violations),
                codes(body, "technologies", violations),
                stage.stream().findFirst().orElse(null),
                codes(body, "countries", violations),
                codes(body, "pillars", violations),
                codes(body, "languages", violations));
        if (violations.isEmpty() && need.isEmpty()) {
            violations.add(Violation.ofWhole("empty-need", String.join(", ", MEMBERS)));
        }
        if (!violations.isEmpty()) {
            throw RejectedException.of(ProblemKind.INVALID_RECORD, violations);
        }
        return need;
    }

    private List<String> codes(ObjectNode body, String name, List<Violation> violations) {
        JsonNode values = body.path(name);
        List<String> codes = new ArrayList<>();
        if (values.isMissingNode() || values.isNull()) {
            return codes;
        }
        if (!values.isArray()) {
            violations.add(Violation.at(pointer(name), "wrong-type", "array"));
        } else if (values.size() > QueryLimits.MAX_VALUES) {
            violations.add(Violation.at(pointer(name), "too-many", String.valueOf(QueryLimits.MAX_VALUES)));
        } else {
            for (int i = 0; i < values.size(); i++) {
                addCode(name, pointer(name) + "/" + i, values.get(i), codes, violations);
            }
        }
        return codes.stream().distinct().toList();
    }

    private void addCode(String name, String pointer, JsonNode value, List<String> codes, List<Violation> violations) {
        String vocabulary = VOCABULARIES.get(name);
        String code = value.textValue();
        if (code == null) {
            violations.add(Violation.at(pointer, "wrong-type", "string"));
        } else if (vocabulary == null && !isLanguage(code)) {
            violations.add(Violation.at(pointer, "invalid-value", code, "code"));
        } else if (vocabulary != null && !vocabularies.codes(vocabulary).contains(code)) {
            violations.add(Violation.at(pointer, "unknown-code", code, vocabulary)
                    .suggesting(DidYouMean.nearest(code, vocabularies.codes(vocabulary))
                            .orElse(null)));
        } else {
            codes.add(code);
        }
    }

    private static boolean isLanguage(String code) {
        return LANGUAGES.contains(code) || THREE_LETTERS.matcher(code).matches();
    }

    private static String pointer(String name) {
        return JsonPointer.empty().appendProperty(name).toString();
    }
}
