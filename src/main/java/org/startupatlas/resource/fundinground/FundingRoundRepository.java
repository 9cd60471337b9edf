package org.startupatlas.resource.fundinground;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.schema.SchemaRegistry;

@Singleton
class FundingRoundRepository extends RecordRepository<FundingRound, FundingRoundRecord, UUID> {

    private final SchemaRegistry registry;
    private final RecordLookup records;

    FundingRoundRepository(
            FormerSlugRepository formerSlugs, SchemaRegistry registry, RecordLookup records, ObjectMapper json) {
        super(FundingRoundRecord.SCHEMA, FundingRoundRecord.class, UUID.class, formerSlugs, json);
        this.registry = registry;
        this.records = records;
    }

    /** A round without a name gets its slug from its startup, its type and its date. */
    @Override
    protected String slugSource(FundingRoundRecord record) {
        if (record.name() != null) {
            return record.name();
        }
        String startup =
                records.slug(registry.get("startups"), record.startup()).orElse(null);
        return Stream.of(startup, record.type(), Objects.toString(record.date(), null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    @Override
    protected FundingRound toRow(FundingRoundRecord record) {
        return new FundingRound(record);
    }
}
