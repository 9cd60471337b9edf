package org.startupatlas.resource.program;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.ReferringRecords;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

@Singleton
class ProgramRepository extends RecordRepository<Program, ProgramRecord, UUID> {

    private final SchemaRegistry registry;
    private final ReferringRecords referrers;
    private final Vocabularies vocabularies;
    private final ObjectMapper json;

    ProgramRepository(
            FormerSlugRepository formerSlugs,
            SchemaRegistry registry,
            ReferringRecords referrers,
            Vocabularies vocabularies,
            ObjectMapper json) {
        super(ProgramRecord.SCHEMA, ProgramRecord.class, UUID.class, formerSlugs, json);
        this.registry = registry;
        this.referrers = referrers;
        this.vocabularies = vocabularies;
        this.json = json;
    }

    /** Editions have unique codes and do not end before they begin; criteria have what their kind needs. */
    @Override
    protected List<Violation> violations(ProgramRecord record) {
        List<Violation> violations = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < record.editions().size(); i++) {
            ProgramRecord.Edition edition = record.editions().get(i);
            String pointer = "/editions/" + i;
            if (edition.code() != null && !codes.add(edition.code())) {
                violations.add(Violation.at(pointer + "/code", "repeated-value", edition.code()));
            }
            if (PartialDate.isCertainlyBefore(edition.end(), edition.start())) {
                violations.add(Violation.at(
                        pointer + "/end",
                        "before",
                        edition.end().text(),
                        "start",
                        edition.start().text()));
            }
            if (PartialDate.isCertainlyBefore(edition.applicationsClose(), edition.applicationsOpen())) {
                violations.add(Violation.at(
                        pointer + "/applications_close",
                        "before",
                        edition.applicationsClose().text(),
                        "applications_open",
                        edition.applicationsOpen().text()));
            }
        }
        checkParticipations(record, violations);
        violations.addAll(new CriterionRules(vocabularies).violations(record.criteria()));
        return violations;
    }

    /** The edition of a participation must exist and contain its dates. */
    private void checkParticipations(ProgramRecord record, List<Violation> violations) {
        Set<String> lost = new TreeSet<>();
        for (StoredRecord stored : referrers.referrers(registry.get("participations"), "program", record.id())) {
            ObjectNode participation = RecordJson.read(json, stored.json());
            String code = participation.get("edition").textValue();
            if (code == null) {
                continue;
            }
            int edition = indexOf(record.editions(), code);
            if (edition < 0) {
                lost.add(code);
            } else if (!contains(record.editions().get(edition), participation)) {
                String slug = participation.get("slug").textValue();
                violations.add(Violation.at("/editions/" + edition, "edition-left", slug));
            }
        }
        if (!lost.isEmpty()) {
            violations.add(Violation.at("/editions", "editions-in-use", String.join(", ", lost)));
        }
    }

    private static int indexOf(List<ProgramRecord.Edition> editions, String code) {
        return IntStream.range(0, editions.size())
                .filter(i -> code.equals(editions.get(i).code()))
                .findFirst()
                .orElse(-1);
    }

    private static boolean contains(ProgramRecord.Edition edition, ObjectNode participation) {
        return !PartialDate.isCertainlyBefore(
                        PartialDate.ofNullable(participation.get("from").textValue()), edition.start())
                && !PartialDate.isCertainlyBefore(
                        edition.end(),
                        PartialDate.ofNullable(participation.get("to").textValue()));
    }

    @Override
    protected Program toRow(ProgramRecord record) {
        return new Program(record);
    }
}
