package org.startupatlas.resource.vocabulary;

import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ResourceSchema;

/** The fields and relations of vocabularies. */
public final class VocabularySchema {

    public static final ResourceSchema VOCABULARIES = ResourceSchema.withCodeIds(
                    "vocabularies",
                    "vocabulary",
                    "vocabulary",
                    "Closed lists of codes, with labels in three languages.",
                    VocabularyRecord.class,
                    "sectors")
            .fields(CommonFields.leading(true, "sectors", "Sectors"))
            .field(Fields.objects(
                    "terms",
                    "The codes, in their order.",
                    Fields.newCode("code", "The code that records hold.", "fintech")
                            .nonNull(),
                    Fields.translated("labels", "What people call it.", "Fintech", "التكنولوجيا المالية", "Fintech"),
                    Fields.newCode("parent", "The code that it is a kind of.", null),
                    Fields.tokens("spellings", "Raw spellings seen in sources that mean it.", "FINTECH")))
            .fields(CommonFields.trailing());

    private VocabularySchema() {}
}
