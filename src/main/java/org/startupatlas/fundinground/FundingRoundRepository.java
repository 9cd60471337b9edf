package org.startupatlas.fundinground;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.change.FormerNameRepository;
import org.startupatlas.change.RecordRepository;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Register;

/** Writes funding rounds. */
@Singleton
class FundingRoundRepository extends RecordRepository<FundingRound, FundingRoundRecord, UUID> {

    private final Register register;
    private final RecordReader records;

    FundingRoundRepository(
            FormerNameRepository formerNames, Register register, RecordReader records, ObjectMapper json) {
        super(FundingRoundDeclaration.FUNDING_ROUNDS, FundingRoundRecord.class, UUID.class, formerNames, json);
        this.register = register;
        this.records = records;
    }

    /** A round without a name is named after its startup, its kind and its date. */
    @Override
    protected String slugSource(FundingRoundRecord record) {
        if (record.name() != null) {
            return record.name();
        }
        String startup =
                records.slug(register.get("startups"), record.startup()).orElse(null);
        return Stream.of(startup, record.type(), Objects.toString(record.date(), null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    @Override
    protected FundingRound toRow(FundingRoundRecord record) {
        return new FundingRound(record);
    }
}
