package org.startupatlas.resource.indicator;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.startupatlas.changelog.FormerSlugRepository;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.expand.ListCounter;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.NamedList;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/** Writes indicators. */
@Singleton
class IndicatorRepository extends RecordRepository<Indicator, IndicatorRecord, UUID> {

    private final SchemaRegistry register;
    private final ListCounter lists;

    IndicatorRepository(
            FormerSlugRepository formerNames, SchemaRegistry register, ListCounter lists, ObjectMapper json) {
        super(IndicatorSchema.INDICATORS, IndicatorRecord.class, UUID.class, formerNames, json);
        this.register = register;
        this.lists = lists;
    }

    /** What is counted is a list that could be asked for. */
    @Override
    protected List<Violation> faults(IndicatorRecord record) {
        if (record.counted() == null) {
            return List.of();
        }
        String resource = record.counted().resource();
        if (register.find(resource).isEmpty()) {
            List<String> resources = register.declarations().stream()
                    .map(ResourceSchema::resource)
                    .toList();
            return List.of(Violation.at("/counted/resource", "unknown-value", resource, String.join(", ", resources))
                    .suggesting(DidYouMean.nearest(resource, resources).orElse(null)));
        }
        return lists.violations(new NamedList(resource, record.counted().filters())).stream()
                .map(violation -> violation.within("/counted/filters"))
                .toList();
    }

    @Override
    protected Indicator toRow(IndicatorRecord record) {
        return new Indicator(record);
    }
}
