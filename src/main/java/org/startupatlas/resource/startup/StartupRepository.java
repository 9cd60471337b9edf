package org.startupatlas.resource.startup;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.PartialDate;

@Singleton
class StartupRepository extends RecordRepository<Startup, StartupRecord, UUID> {

    StartupRepository(FormerSlugRepository formerSlugs, ObjectMapper json) {
        super(StartupRecord.SCHEMA, StartupRecord.class, UUID.class, formerSlugs, json);
    }

    @Override
    public Map<String, String> derivedFields() {
        return Map.of("founded_year", "founded");
    }

    @Override
    protected List<Violation> violations(StartupRecord record) {
        List<Violation> violations = new ArrayList<>();
        PartialDate founded = record.founded();
        if (founded != null && founded.first().getYear() != record.foundedYear()) {
            String year = String.valueOf(founded.first().getYear());
            violations.add(Violation.at("/founded_year", "not-the-year-of", "founded", year)
                    .suggesting(year));
        }
        if (PartialDate.isCertainlyBefore(record.closed(), founded)) {
            violations.add(Violation.at("/closed", "before", record.closed().text(), "founded", founded.text()));
        }
        return violations;
    }

    @Override
    protected Startup toRow(StartupRecord record) {
        return new Startup(record);
    }
}
