package org.startupatlas.fundinground;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.change.ChangeLog;
import org.startupatlas.change.RecordRepository;

/** Writes funding rounds. */
@Singleton
class FundingRoundRepository extends RecordRepository<FundingRound, FundingRoundRecord, UUID> {

    FundingRoundRepository(ChangeLog log, ObjectMapper json) {
        super(FundingRoundDeclaration.FUNDING_ROUNDS, FundingRoundRecord.class, log, json);
    }

    @Override
    protected FundingRound toRow(FundingRoundRecord record) {
        return new FundingRound(record);
    }
}
