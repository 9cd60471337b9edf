package org.startupatlas.country;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.startupatlas.change.FormerNameRepository;
import org.startupatlas.change.RecordRepository;

/** Writes countries. */
@Singleton
class CountryRepository extends RecordRepository<Country, CountryRecord, String> {

    CountryRepository(FormerNameRepository formerNames, ObjectMapper json) {
        super(CountryDeclaration.COUNTRIES, CountryRecord.class, String.class, formerNames, json);
    }

    @Override
    protected Country toRow(CountryRecord record) {
        return new Country(record);
    }
}
