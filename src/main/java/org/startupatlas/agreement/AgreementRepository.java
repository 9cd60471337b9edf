package org.startupatlas.agreement;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.change.ChangeLog;
import org.startupatlas.change.RecordRepository;

/** Writes agreements. */
@Singleton
class AgreementRepository extends RecordRepository<Agreement, AgreementRecord, UUID> {

    AgreementRepository(ChangeLog log, ObjectMapper json) {
        super(AgreementDeclaration.AGREEMENTS, AgreementRecord.class, log, json);
    }

    @Override
    protected Agreement toRow(AgreementRecord record) {
        return new Agreement(record);
    }
}
