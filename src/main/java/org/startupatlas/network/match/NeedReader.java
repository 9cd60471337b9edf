package org.startupatlas.network.match;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.startupatlas.http.record.CodeReader;
import org.startupatlas.network.match.party.Need;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Vocabularies;

/** Reads needs. */
@Singleton
class NeedReader {

    private static final List<String> MEMBERS = ParameterSet.names(NeedBody.class);

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
        CodeReader codes = new CodeReader(body, vocabularies, violations);
        codes.rejectUnknown(MEMBERS);
        String stage = codes.code("stage", "stages");
        Need need = new Need(
                codes.codes("sectors", "sectors"),
                codes.codes("technologies", "technologies"),
                stage,
                codes.codes("countries", "countries"),
                codes.codes("pillars", "pillars"),
                codes.codes("languages", NeedReader::isLanguage));
        if (violations.isEmpty() && need.isEmpty()) {
            violations.add(Violation.ofWhole("empty-need", String.join(", ", MEMBERS)));
        }
        if (!violations.isEmpty()) {
            throw RejectedException.of(ProblemKind.INVALID_RECORD, violations);
        }
        return need;
    }

    private static boolean isLanguage(String code) {
        return LANGUAGES.contains(code) || THREE_LETTERS.matcher(code).matches();
    }
}
