package org.startupatlas.explore.record;

import java.util.ArrayList;
import java.util.List;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.PageReader.ListOfRecords;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.query.facet.FacetSummary;
import org.startupatlas.query.filter.RelationFilter;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parse.ListQueryParser;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;

/** Shows what became of the startups of a program or partner: how many have which status, and of how many it is unknown. */
final class Outcomes {

    private static final String STARTUPS = "startups";

    private static final String STATUS = "status";

    private final SchemaRegistry registry;
    private final PageReader reader;
    private final PageRequest request;

    Outcomes(SchemaRegistry registry, PageReader reader, PageRequest request) {
        this.registry = registry;
        this.reader = reader;
        this.request = request;
    }

    /** Returns the counts by status with the lists of those startups; empty for records without startups. */
    List<Anchor> of(ResourceSchema schema, Object id, String slug) {
        if (schema.relation(STARTUPS).isEmpty()) {
            return List.of();
        }
        RelationFilter startups =
                new RelationFilter(registry, schema.relation(STARTUPS).get(), id);
        ListOfRecords list = reader.in(
                        registry.get(STARTUPS),
                        new ListQueryParser.Scope(schema.resource() + "/" + id, startups.condition(), null),
                        request.language())
                .read(List.of(
                        new Parameter("facets", STATUS), new Parameter("fields", "id"), new Parameter("limit", "1")));
        PageUrl all = new PageUrl(request.path(schema.resource(), slug, STARTUPS));
        List<Anchor> outcomes = new ArrayList<>();
        for (FacetSummary summary : list.page().facets()) {
            String vocabulary = summary.facet().vocabulary();
            summary.values()
                    .forEach(count -> outcomes.add(outcome(
                            list.projection().label(vocabulary, count.value()).orElseThrow(),
                            count.count(),
                            all.with(STATUS, count.value().toString()))));
            if (summary.missing() > 0) {
                outcomes.add(outcome(
                        request.texts().get("filter.unknown"),
                        summary.missing(),
                        all.with(Operator.EXISTS.parameter(STATUS), "false")));
            }
        }
        return outcomes;
    }

    private Anchor outcome(String label, long count, PageUrl list) {
        return new Anchor(request.texts().get("directory.filter", label, count), list.toString());
    }
}
