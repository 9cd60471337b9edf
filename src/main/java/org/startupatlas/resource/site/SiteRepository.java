package org.startupatlas.resource.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.lookup.FormerSlugRepository;

@Singleton
class SiteRepository extends RecordRepository<Site, SiteRecord, UUID> {

    SiteRepository(FormerSlugRepository formerSlugs, ObjectMapper json) {
        super(SiteRecord.SCHEMA, SiteRecord.class, UUID.class, formerSlugs, json);
    }

    @Override
    protected Site toRow(SiteRecord record) {
        return new Site(record);
    }
}
