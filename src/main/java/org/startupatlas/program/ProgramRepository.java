package org.startupatlas.program;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.startupatlas.change.ChangeLog;
import org.startupatlas.change.RecordRepository;

/** Writes programs. */
@Singleton
class ProgramRepository extends RecordRepository<Program, ProgramRecord, UUID> {

    ProgramRepository(ChangeLog log, ObjectMapper json) {
        super(ProgramDeclaration.PROGRAMS, ProgramRecord.class, log, json);
    }

    @Override
    protected Program toRow(ProgramRecord record) {
        return new Program(record);
    }
}
