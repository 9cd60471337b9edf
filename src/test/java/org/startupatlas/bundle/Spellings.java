package org.startupatlas.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.startupatlas.resource.vocabulary.VocabularyRecord;
import org.startupatlas.testing.Atlas;

/** The codes of raw spellings, by the vocabularies of the API. */
final class Spellings {
    private final Map<String, VocabularyRecord> vocabularies = new LinkedHashMap<>();

    Spellings() {
        Atlas.walk(VocabularyRecord.class, "/v1/vocabularies?limit=200")
                .forEach(vocabulary -> vocabularies.put(vocabulary.id(), vocabulary));
    }

    /** Returns the code of the one term of a vocabulary that has a raw text as its label or spelling. */
    Optional<String> find(String vocabulary, String raw) {
        List<String> codes = vocabularies.get(vocabulary).terms().stream()
                .filter(term -> term.code().equals(raw) || term.spellings().contains(raw))
                .map(VocabularyRecord.Term::code)
                .toList();
        assertEquals(codes.isEmpty() ? 0 : 1, codes.size(), raw + " in " + vocabulary + " is " + codes);
        return codes.stream().findFirst();
    }

    /** Returns a vocabulary. */
    VocabularyRecord vocabulary(String name) {
        return vocabularies.get(name);
    }
}
