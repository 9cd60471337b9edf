package org.startupatlas.partner;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.change.ChangeLog;
import org.startupatlas.change.RecordRepository;

/** Writes partners. */
@Singleton
class PartnerRepository extends RecordRepository<Partner, PartnerRecord, UUID> {

    PartnerRepository(ChangeLog log, ObjectMapper json) {
        super(PartnerDeclaration.PARTNERS, PartnerRecord.class, log, json);
    }

    @Override
    protected Partner toRow(PartnerRecord record) {
        return new Partner(record);
    }
}
