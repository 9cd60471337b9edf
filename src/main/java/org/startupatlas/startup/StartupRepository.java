package org.startupatlas.startup;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.change.ChangeLog;
import org.startupatlas.change.RecordRepository;

/** Writes startups. */
@Singleton
class StartupRepository extends RecordRepository<Startup, StartupRecord, UUID> {

    StartupRepository(ChangeLog log, ObjectMapper json) {
        super(StartupDeclaration.STARTUPS, StartupRecord.class, log, json);
    }

    @Override
    protected Startup toRow(StartupRecord record) {
        return new Startup(record);
    }
}
