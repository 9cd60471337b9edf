package org.startupatlas.resource.vocabulary;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;
import org.startupatlas.record.entity.ClaimColumns;
import org.startupatlas.record.entity.OtherNameColumns;
import org.startupatlas.record.entity.RecordEntity;

/** The row of a vocabulary: what can be asked of it, and its JSON. */
@Entity
@Table(name = "vocabulary")
class Vocabulary extends RecordEntity {

    @Id
    private String id;

    @ElementCollection
    @CollectionTable(name = "vocabulary_other_names", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<OtherNameColumns> otherNames;

    @ElementCollection
    @CollectionTable(name = "vocabulary_terms", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<TermRow> terms;

    @ElementCollection
    @CollectionTable(name = "vocabulary_provenance", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<ClaimColumns> provenance;

    protected Vocabulary() {}

    Vocabulary(VocabularyRecord record) {
        id = record.id();
        setCommon(record);
        otherNames = record.otherNames().stream().map(OtherNameColumns::of).toList();
        terms = record.terms().stream().map(TermRow::of).toList();
        provenance = record.provenance().stream().map(ClaimColumns::of).toList();
    }

    @Embeddable
    record TermRow(String code, String parent) {

        static TermRow of(VocabularyRecord.Term term) {
            return new TermRow(term.code(), term.parent());
        }
    }
}
