package org.startupatlas.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.change.FormerNameRepository;
import org.startupatlas.change.RecordRepository;

/** Writes sites. */
@Singleton
class SiteRepository extends RecordRepository<Site, SiteRecord, UUID> {

    SiteRepository(FormerNameRepository formerNames, ObjectMapper json) {
        super(SiteDeclaration.SITES, SiteRecord.class, UUID.class, formerNames, json);
    }

    @Override
    protected Site toRow(SiteRecord record) {
        return new Site(record);
    }
}
