package org.startupatlas.resource.agreement;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.lookup.FormerSlugRepository;

@Singleton
class AgreementRepository extends RecordRepository<Agreement, AgreementRecord, UUID> {

    AgreementRepository(FormerSlugRepository formerSlugs, ObjectMapper json) {
        super(AgreementRecord.SCHEMA, AgreementRecord.class, UUID.class, formerSlugs, json);
    }

    @Override
    protected Agreement toRow(AgreementRecord record) {
        return new Agreement(record);
    }
}
