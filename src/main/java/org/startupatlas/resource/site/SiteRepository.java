package org.startupatlas.resource.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.changelog.FormerSlugRepository;
import org.startupatlas.changelog.RecordRepository;

/** Writes sites. */
@Singleton
class SiteRepository extends RecordRepository<Site, SiteRecord, UUID> {

    SiteRepository(FormerSlugRepository formerNames, ObjectMapper json) {
        super(SiteSchema.SITES, SiteRecord.class, UUID.class, formerNames, json);
    }

    @Override
    protected Site toRow(SiteRecord record) {
        return new Site(record);
    }
}
