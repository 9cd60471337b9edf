package org.startupatlas.indicator;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.startupatlas.change.Fault;
import org.startupatlas.change.FormerNameRepository;
import org.startupatlas.change.RecordRepository;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.NamedList;
import org.startupatlas.query.NamedLists;
import org.startupatlas.query.Register;
import org.startupatlas.query.Spelling;

/** Writes indicators. */
@Singleton
class IndicatorRepository extends RecordRepository<Indicator, IndicatorRecord, UUID> {

    private final Register register;
    private final NamedLists lists;

    IndicatorRepository(FormerNameRepository formerNames, Register register, NamedLists lists, ObjectMapper json) {
        super(IndicatorDeclaration.INDICATORS, IndicatorRecord.class, UUID.class, formerNames, json);
        this.register = register;
        this.lists = lists;
    }

    /** What is counted is a list that could be asked for. */
    @Override
    protected List<Fault> faults(IndicatorRecord record) {
        if (record.counted() == null) {
            return List.of();
        }
        String resource = record.counted().resource();
        if (register.find(resource).isEmpty()) {
            List<String> resources =
                    register.declarations().stream().map(Declaration::resource).toList();
            return List.of(Fault.of("/counted/resource", "unknown-value", resource, String.join(", ", resources))
                    .meaning(Spelling.nearest(resource, resources).orElse(null)));
        }
        return lists.violations(new NamedList(resource, record.counted().filters())).stream()
                .map(violation -> Fault.at("/counted/filters", violation))
                .toList();
    }

    @Override
    protected Indicator toRow(IndicatorRecord record) {
        return new Indicator(record);
    }
}
