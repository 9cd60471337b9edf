package org.startupatlas.agreement;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.change.FormerNameRepository;
import org.startupatlas.change.RecordRepository;

/** Writes agreements. */
@Singleton
class AgreementRepository extends RecordRepository<Agreement, AgreementRecord, UUID> {

    AgreementRepository(FormerNameRepository formerNames, ObjectMapper json) {
        super(AgreementDeclaration.AGREEMENTS, AgreementRecord.class, UUID.class, formerNames, json);
    }

    @Override
    protected Agreement toRow(AgreementRecord record) {
        return new Agreement(record);
    }
}
