package org.startupatlas.participation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.change.ChangeLog;
import org.startupatlas.change.RecordRepository;

/** Writes participations. */
@Singleton
class ParticipationRepository extends RecordRepository<Participation, ParticipationRecord, UUID> {

    ParticipationRepository(ChangeLog log, ObjectMapper json) {
        super(ParticipationDeclaration.PARTICIPATIONS, ParticipationRecord.class, log, json);
    }

    @Override
    protected Participation toRow(ParticipationRecord record) {
        return new Participation(record);
    }
}
