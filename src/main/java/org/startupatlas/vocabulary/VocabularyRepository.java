package org.startupatlas.vocabulary;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.startupatlas.change.ChangeLog;
import org.startupatlas.change.RecordRepository;

/** Writes vocabularies. */
@Singleton
class VocabularyRepository extends RecordRepository<Vocabulary, VocabularyRecord, String> {

    VocabularyRepository(ChangeLog log, ObjectMapper json) {
        super(VocabularyDeclaration.VOCABULARIES, VocabularyRecord.class, log, json);
    }

    @Override
    protected Vocabulary toRow(VocabularyRecord record) {
        return new Vocabulary(record);
    }
}
