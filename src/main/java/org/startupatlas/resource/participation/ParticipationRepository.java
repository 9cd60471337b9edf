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
import org.startupatlas.changelog.FormerSlugRepository;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.SchemaRegistry;

/** Writes participations. */
@Singleton
class ParticipationRepository extends RecordRepository<Participation, ParticipationRecord, UUID> {

    private final SchemaRegistry register;
    private final RecordLookup records;
    private final ObjectMapper json;

    ParticipationRepository(
            FormerSlugRepository formerNames, SchemaRegistry register, RecordLookup records, ObjectMapper json) {
        super(ParticipationSchema.PARTICIPATIONS, ParticipationRecord.class, UUID.class, formerNames, json);
        this.register = register;
        this.records = records;
        this.json = json;
    }

    @Override
    protected Participation toRow(ParticipationRecord record) {
        return new Participation(record);
    }

    /** A participation is named after its startup, its program and its edition. */
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
        return Optional.ofNullable(id).flatMap(each -> records.slug(register.get(resource), each));
    }

    /** A participation lies within its edition; it breaks that only when it certainly does. */
    @Override
    protected List<Violation> faults(ParticipationRecord record) {
        List<Violation> faults = new ArrayList<>();
        if (PartialDate.isCertainlyBefore(record.to(), record.from())) {
            faults.add(Violation.at(
                    "/to", "before", record.to().text(), "from", record.from().text()));
        }
        if (record.edition() != null) {
            // Who changes the editions meanwhile looks at the participations that are there by then.
            records.lock(register.get("programs"), record.program());
            named("programs", record.program())
                    .map(program -> program.get("editions"))
                    .ifPresent(editions -> checkEdition(record, editions, faults));
        }
        return faults;
    }

    private static void checkEdition(ParticipationRecord record, JsonNode editions, List<Violation> faults) {
        List<String> codes = new ArrayList<>();
        for (JsonNode edition : editions) {
            if (record.edition().equals(edition.get("code").textValue())) {
                checkWithin(
                        record,
                        PartialDate.ofNullable(edition.get("start").textValue()),
                        PartialDate.ofNullable(edition.get("end").textValue()),
                        faults);
                return;
            }
            codes.add(edition.get("code").asText());
        }
        faults.add(Violation.at("/edition", "no-such-edition", record.edition(), String.join(", ", codes)));
    }

    private static void checkWithin(
            ParticipationRecord record, PartialDate start, PartialDate end, List<Violation> faults) {
        if (PartialDate.isCertainlyBefore(record.from(), start)) {
            faults.add(Violation.at("/from", "before", record.from().text(), "start", start.text()));
        }
        if (PartialDate.isCertainlyBefore(end, record.to())) {
            faults.add(Violation.at("/to", "after", record.to().text(), "end", end.text()));
        }
    }

    private Optional<ObjectNode> named(String resource, UUID id) {
        return Optional.ofNullable(id)
                .flatMap(each -> records.find(register.get(resource), Objects.toString(each)))
                .map(row -> RecordJson.read(json, row.json()));
    }
}
