package org.startupatlas.meta.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.startupatlas.changelog.RevisionCached;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.query.expand.ListCounter;
import org.startupatlas.query.facet.FieldCounter;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ListSizes;
import org.startupatlas.schema.NamedList;
import org.startupatlas.schema.SchemaRegistry;

/**
 * Builds {@code /v1/coverage} from the counts of fields and from the indicators that name the list of what they count.
 * The document is cached until the next revision.
 */
@Singleton
class CoverageDocument {

    private static final String INDICATORS = "indicators";

    private final SchemaRegistry registry;
    private final FieldCounter fields;
    private final ListCounter lists;
    private final RecordLookup records;
    private final ObjectMapper json;
    private final RevisionCached<Coverage> document;

    CoverageDocument(
            SchemaRegistry registry,
            FieldCounter fields,
            ListCounter lists,
            RecordLookup records,
            ObjectMapper json,
            RevisionTracker revisions) {
        this.registry = registry;
        this.fields = fields;
        this.lists = lists;
        this.records = records;
        this.json = json;
        this.document = new RevisionCached<>(revisions::revision, (reached, previous) -> {
            Coverage coverage = compute();
            return new RevisionCached.Computed<>(coverage.revision(), coverage);
        });
    }

    /** Returns the document at the revision that this node has reached, or a later one. */
    Coverage current() {
        return document.get();
    }

    private Coverage compute() {
        FieldCounter.Counts counts = fields.count(registry.schemas());
        Map<String, Coverage.Resource> resources = new LinkedHashMap<>();
        counts.byResource().forEach((schema, known) -> resources.put(schema.resource(), resource(known)));
        return new Coverage(counts.revision(), totals(), resources);
    }

    private static Coverage.Resource resource(FieldCounter.FieldCounts counts) {
        Map<String, Coverage.Field> fields = new LinkedHashMap<>();
        counts.known()
                .forEach((name, known) -> fields.put(
                        name,
                        new Coverage.Field(
                                known, counts.records() - known, counts.absent().getOrDefault(name, Map.of()))));
        return new Coverage.Resource(counts.records(), fields);
    }

    private List<Coverage.Total> totals() {
        Map<ObjectNode, NamedList> counted = new LinkedHashMap<>();
        indicators().forEach(indicator -> NamedList.of(indicator.get("counted"))
                .ifPresent(list -> counted.put(indicator, list)));
        ListSizes sizes = lists.sizes(new LinkedHashSet<>(counted.values()));
        List<Coverage.Total> totals = new ArrayList<>();
        counted.forEach(
                (indicator, list) -> sizes.of(list).ifPresent(size -> totals.add(total(indicator, list, size))));
        return totals;
    }

    /** Returns all indicators, of which the registry can count some. */
    private List<ObjectNode> indicators() {
        return records.all(registry.get(INDICATORS)).stream()
                .map(record -> RecordJson.read(json, record.json()))
                .toList();
    }

    private static Coverage.Total total(ObjectNode indicator, NamedList list, long known) {
        List<Coverage.Figure> figures = new ArrayList<>();
        addFigure("baseline", indicator.get("baseline"), known, figures);
        indicator.get("targets").forEach(target -> addFigure("target", target, known, figures));
        indicator.get("observations").forEach(observation -> addFigure("observation", observation, known, figures));
        return new Coverage.Total(
                indicator.get("slug").textValue(), indicator.get("name").textValue(), known, list.url(), figures);
    }

    private static void addFigure(String kind, JsonNode figure, long known, List<Coverage.Figure> figures) {
        if (figure.path("value").isNumber()) {
            BigDecimal value = figure.get("value").decimalValue();
            String period = figure.get("period").textValue();
            figures.add(new Coverage.Figure(
                    kind,
                    value,
                    figure.path("scope").textValue(),
                    period == null ? null : PartialDate.of(period),
                    figure.path("publisher").textValue(),
                    figure.path("url").textValue(),
                    value.subtract(BigDecimal.valueOf(known))));
        }
    }
}
