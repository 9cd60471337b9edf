package org.startupatlas.resource.participation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.SchemaRegistry;

@Singleton
class ParticipationRepository extends RecordRepository<Participation, ParticipationRecord, UUID> {

    private final SchemaRegistry registry;
    private final RecordLookup records;
    private final ObjectMapper json;

    ParticipationRepository(
            FormerSlugRepository formerSlugs, SchemaRegistry registry, RecordLookup records, ObjectMapper json) {
        super(ParticipationRecord.SCHEMA, ParticipationRecord.class, UUID.class, formerSlugs, json);
        this.registry = registry;
        this.records = records;
        this.json = json;
    }

    @Override
    protected Participation toRow(ParticipationRecord record) {
        return new Participation(record);
    }

    /** A participation gets its slug from its startup, its program and its edition. */
    @Override
    protected String slugSource(ParticipationRecord record) {
        return Stream.of(
                        slug("startups", record.startup()),
                        slug("programs", record.program()),
                        Optional.ofNullable(record.edition()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private Optional<String> slug(String resource, UUID id) {
        return Optional.ofNullable(id).flatMap(each -> records.slug(registry.get(resource), each));
    }

    /** The dates must be within the edition; of partial dates, only certain violations are reported. */
    @Override
    protected List<Violation> violations(ParticipationRecord record) {
        List<Violation> violations = new ArrayList<>();
        if (PartialDate.isCertainlyBefore(record.to(), record.from())) {
            violations.add(Violation.at(
                    "/to", "before", record.to().text(), "from", record.from().text()));
        }
        if (record.edition() != null) {
            // A concurrent change of the editions waits for this lock and then checks this participation too.
            records.lock(registry.get("programs"), record.program());
            find("programs", record.program())
                    .map(program -> program.get("editions"))
                    .ifPresent(editions -> checkEdition(record, editions, violations));
        }
        return violations;
    }

    private static void checkEdition(ParticipationRecord record, JsonNode editions, List<Violation> violations) {
        List<String> codes = new ArrayList<>();
        for (JsonNode edition : editions) {
            if (record.edition().equals(edition.get("code").textValue())) {
                checkWithin(
                        record,
                        PartialDate.ofNullable(edition.get("start").textValue()),
                        PartialDate.ofNullable(edition.get("end").textValue()),
                        violations);
                return;
            }
            codes.add(edition.get("code").asText());
        }
        violations.add(Violation.at("/edition", "no-such-edition", record.edition(), String.join(", ", codes)));
    }

    private static void checkWithin(
            ParticipationRecord record, PartialDate start, PartialDate end, List<Violation> violations) {
        if (PartialDate.isCertainlyBefore(record.from(), start)) {
            violations.add(Violation.at("/from", "before", record.from().text(), "start", start.text()));
        }
        if (PartialDate.isCertainlyBefore(end, record.to())) {
            violations.add(Violation.at("/to", "after", record.to().text(), "end", end.text()));
        }
    }

    private Optional<ObjectNode> find(String resource, UUID id) {
        return Optional.ofNullable(id)
                .flatMap(each -> records.find(registry.get(resource), Objects.toString(each)))
                .map(stored -> RecordJson.read(json, stored.json()));
    }
}
