package org.startupatlas.network.match.criterion;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.startupatlas.schema.Vocabularies;

/** The hierarchies of the vocabularies, as they are now. */
@Singleton
public final class VocabularyHierarchy implements Hierarchy {

    private final Vocabularies vocabularies;

    VocabularyHierarchy(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    @Override
    public List<String> codes(String vocabulary) {
        return vocabularies.codes(vocabulary);
    }

    @Override
    public Optional<String> parent(String vocabulary, String code) {
        return vocabularies.parent(vocabulary, code);
    }
}
