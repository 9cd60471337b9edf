package org.startupatlas.vocabulary;

import org.startupatlas.query.CommonFields;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Fields;

/** What vocabularies are and what can be asked of them. */
public final class VocabularyDeclaration {

    /** The resource {@code vocabularies}. */
    public static final Declaration VOCABULARIES = Declaration.withWordsAsIds(
                    "vocabularies",
                    "vocabulary",
                    "vocabulary",
                    "Closed lists of codes, with labels in three languages.",
                    VocabularyRecord.class,
                    "sectors")
            .fields(CommonFields.head(true, "sectors", "Sectors"))
            .field(Fields.objects(
                    "terms",
                    "The codes, in their order.",
                    Fields.newCode("code", "The code that records hold.", "fintech")
                            .always(),
                    Fields.translated("labels", "What people call it.", "Fintech", "التكنولوجيا المالية", "Fintech"),
                    Fields.newCode("parent", "The code that it is a kind of.", null),
                    Fields.tokens("spellings", "Raw spellings seen in sources that mean it.", "FINTECH")))
            .fields(CommonFields.tail());

    private VocabularyDeclaration() {}
}
