package org.startupatlas.indicator;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.change.FormerNameRepository;
import org.startupatlas.change.RecordRepository;

/** Writes indicators. */
@Singleton
class IndicatorRepository extends RecordRepository<Indicator, IndicatorRecord, UUID> {

    IndicatorRepository(FormerNameRepository formerNames, ObjectMapper json) {
        super(IndicatorDeclaration.INDICATORS, IndicatorRecord.class, UUID.class, formerNames, json);
    }

    @Override
    protected Indicator toRow(IndicatorRecord record) {
        return new Indicator(record);
    }
}
