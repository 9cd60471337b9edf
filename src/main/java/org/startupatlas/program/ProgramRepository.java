package org.startupatlas.program;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.startupatlas.change.Fault;
import org.startupatlas.change.FormerNameRepository;
import org.startupatlas.change.RecordRepository;
import org.startupatlas.query.Referrers;
import org.startupatlas.query.Register;
import org.startupatlas.record.PartialDate;

/** Writes programs. */
@Singleton
class ProgramRepository extends RecordRepository<Program, ProgramRecord, UUID> {

    private final Register register;
    private final Referrers referrers;

    ProgramRepository(FormerNameRepository formerNames, Register register, Referrers referrers, ObjectMapper json) {
        super(ProgramDeclaration.PROGRAMS, ProgramRecord.class, UUID.class, formerNames, json);
        this.register = register;
        this.referrers = referrers;
    }

    /** Editions are told apart by their codes; none ends before it begins. */
    @Override
    protected List<Fault> faults(ProgramRecord record) {
        List<Fault> faults = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < record.editions().size(); i++) {
            ProgramRecord.Edition edition = record.editions().get(i);
            String pointer = "/editions/" + i;
            if (edition.code() != null && !codes.add(edition.code())) {
                faults.add(Fault.of(pointer + "/code", "repeated-value", edition.code()));
            }
            if (isBefore(edition.end(), edition.start())) {
                faults.add(Fault.of(
                        pointer + "/end",
                        "before",
                        edition.end().text(),
                        "start",
                        edition.start().text()));
            }
            if (isBefore(edition.applicationsClose(), edition.applicationsOpen())) {
                faults.add(Fault.of(
                        pointer + "/applications_close",
                        "before",
                        edition.applicationsClose().text(),
                        "applications_open",
                        edition.applicationsOpen().text()));
            }
        }
        checkParticipations(record, codes, faults);
        return faults;
    }

    /** A participation in an edition keeps it; whether its dates still fit is told when it is written itself. */
    private void checkParticipations(ProgramRecord record, Set<String> codes, List<Fault> faults) {
        Set<String> held = referrers.valuesOf(register.get("participations"), "edition", "program", record.id());
        held.removeAll(codes);
        if (!held.isEmpty()) {
            faults.add(Fault.of("/editions", "editions-in-use", String.join(", ", held)));
        }
    }

    private static boolean isBefore(PartialDate one, PartialDate other) {
        return one != null && other != null && one.isCertainlyBefore(other);
    }

    @Override
    protected Program toRow(ProgramRecord record) {
        return new Program(record);
    }
}
