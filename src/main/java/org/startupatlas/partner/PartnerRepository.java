package org.startupatlas.partner;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.change.FormerNameRepository;
import org.startupatlas.change.RecordRepository;

/** Writes partners. */
@Singleton
class PartnerRepository extends RecordRepository<Partner, PartnerRecord, UUID> {

    PartnerRepository(FormerNameRepository formerNames, ObjectMapper json) {
        super(PartnerDeclaration.PARTNERS, PartnerRecord.class, UUID.class, formerNames, json);
    }

    @Override
    protected Partner toRow(PartnerRecord record) {
        return new Partner(record);
    }
}
