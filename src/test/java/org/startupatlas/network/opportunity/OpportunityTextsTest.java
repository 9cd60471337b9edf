package org.startupatlas.network.opportunity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.startupatlas.network.opportunity.eligibility.Verdict;
import org.startupatlas.record.CriterionKind;
import org.startupatlas.schema.Language;
import org.startupatlas.testing.H2Only;

/** Tests that verdicts are sentences in each language, whatever decides them. */
@H2Only
class OpportunityTextsTest {

    private final OpportunityTexts texts = new OpportunityTexts();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyVerdictNamesEveryKindInTheLanguage(Language language) {
        List<String> kinds = new ArrayList<>(CriterionKind.codes());
        kinds.add("criteria");
        for (Verdict verdict : Verdict.values()) {
            for (String kind : kinds) {
                String sentence = texts.decision(verdict.code(), List.of(kind), language);
                assertFalse(sentence.contains("null") || sentence.contains("{"), sentence);
                if (language != Language.EN) {
                    assertNotEquals(texts.decision(verdict.code(), List.of(kind), Language.EN), sentence);
                }
            }
            assertTrue(texts.decision(verdict.code(), List.of("age", "stage"), language)
                    .contains(texts.get(language, "kind.age") + texts.get(language, "separator")));
        }
    }
}
