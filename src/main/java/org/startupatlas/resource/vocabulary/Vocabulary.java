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
import org.startupatlas.record.entity.RecordEntity;

/** The columns by which vocabularies are filtered, sorted and joined, and their JSON. */
@Entity
@Table(name = "vocabulary")
class Vocabulary extends RecordEntity {

    @Id
    private String id;

    @ElementCollection
    @CollectionTable(name = "vocabulary_terms", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<TermRow> terms;

    protected Vocabulary() {}

    Vocabulary(VocabularyRecord record) {
        id = record.id();
        setCommon(record);
        terms = record.terms().stream().map(TermRow::of).toList();
    }

    @Embeddable
    record TermRow(String code, String parent) {

        static TermRow of(VocabularyRecord.Term term) {
            return new TermRow(term.code(), term.parent());
        }
    }
}
