package org.startupatlas.resource.country;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.lookup.FormerSlugRepository;

@Singleton
class CountryRepository extends RecordRepository<Country, CountryRecord, String> {

    CountryRepository(FormerSlugRepository formerSlugs, ObjectMapper json) {
        super(CountryRecord.SCHEMA, CountryRecord.class, String.class, formerSlugs, json);
    }

    @Override
    protected Country toRow(CountryRecord record) {
        return new Country(record);
    }
}
