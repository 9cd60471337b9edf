package org.startupatlas.resource.indicator;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.query.expand.ListCounter;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.parameter.DidYouMean;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.NamedList;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

@Singleton
class IndicatorRepository extends RecordRepository<Indicator, IndicatorRecord, UUID> {

    private final SchemaRegistry registry;
    private final ListCounter lists;

    IndicatorRepository(
            FormerSlugRepository formerSlugs, SchemaRegistry registry, ListCounter lists, ObjectMapper json) {
        super(IndicatorRecord.SCHEMA, IndicatorRecord.class, UUID.class, formerSlugs, json);
        this.registry = registry;
        this.lists = lists;
    }

    /** The counted list must be a valid list query. */
    @Override
    protected List<Violation> violations(IndicatorRecord record) {
        if (record.counted() == null) {
            return List.of();
        }
        String resource = record.counted().resource();
        if (registry.find(resource).isEmpty()) {
            List<String> resources =
                    registry.schemas().stream().map(ResourceSchema::resource).toList();
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
