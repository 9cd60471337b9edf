package org.startupatlas.resource.vocabulary;

import java.time.Instant;
import java.util.List;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.Translated;

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
