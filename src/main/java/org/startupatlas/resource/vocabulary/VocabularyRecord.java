package org.startupatlas.resource.vocabulary;

import java.time.Instant;
import java.util.List;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.Translated;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ResourceSchema;

/** A closed list of codes, in its JSON format. */
public record VocabularyRecord(
        String id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        List<Term> terms,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    /** The fields of vocabularies, in the order of the components. */
    public static final ResourceSchema SCHEMA = ResourceSchema.withCodeIds(
                    ResourceSchema.VOCABULARIES,
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

    /** One code, its labels, and the raw spellings that denote it. */
    public record Term(String code, Translated labels, String parent, List<String> spellings) {
        public Term {
            spellings = List.copyOf(spellings);
        }
    }

    public VocabularyRecord {
        otherNames = List.copyOf(otherNames);
        terms = List.copyOf(terms);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id;
    }
}
