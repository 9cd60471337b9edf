package org.startupatlas.resource.partner;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.lookup.FormerSlugRepository;

@Singleton
class PartnerRepository extends RecordRepository<Partner, PartnerRecord, UUID> {

    PartnerRepository(FormerSlugRepository formerSlugs, ObjectMapper json) {
        super(PartnerRecord.SCHEMA, PartnerRecord.class, UUID.class, formerSlugs, json);
    }

    @Override
    protected Partner toRow(PartnerRecord record) {
        return new Partner(record);
    }
}
