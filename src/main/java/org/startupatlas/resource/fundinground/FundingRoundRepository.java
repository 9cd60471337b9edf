package org.startupatlas.resource.fundinground;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.changelog.FormerSlugRepository;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.schema.SchemaRegistry;

/** Writes funding rounds. */
@Singleton
class FundingRoundRepository extends RecordRepository<FundingRound, FundingRoundRecord, UUID> {

    private final SchemaRegistry register;
    private final RecordLookup records;

    FundingRoundRepository(
            FormerSlugRepository formerNames, SchemaRegistry register, RecordLookup records, ObjectMapper json) {
        super(FundingRoundSchema.FUNDING_ROUNDS, FundingRoundRecord.class, UUID.class, formerNames, json);
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
