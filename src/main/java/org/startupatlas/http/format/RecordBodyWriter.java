package org.startupatlas.http.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.Page;
import org.startupatlas.query.expand.Expander;
import org.startupatlas.query.facet.FacetSummary;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Writes records in the requested format; their stored JSON without changes if the request selects all of it. */
@Singleton
public final class RecordBodyWriter {

    private final SchemaRegistry registry;
    private final Vocabularies vocabularies;
    private final Expander expander;
    private final ObjectMapper json;

    RecordBodyWriter(SchemaRegistry registry, Vocabularies vocabularies, Expander expander, ObjectMapper json) {
        this.registry = registry;
        this.vocabularies = vocabularies;
        this.expander = expander;
        this.json = json;
    }

    public ResponseBody list(ListQuery query, Page page) {
        Projection projection = new Projection(registry, vocabularies, query.language());
        if (query.isAsStored()) {
            List<byte[]> records =
                    page.records().stream().map(StoredRecord::json).toList();
            return new ResponseBody(envelope(query, page, projection).around(records), List.of());
        }
        List<ObjectNode> records = projected(query, page.records(), projection);
        byte[] bytes =
                switch (query.format()) {
                    case JSON -> envelope(query, page, projection).aroundNodes(records);
                    case NDJSON -> Ndjson.lines(bytes(records));
                    case CSV, XLSX -> RecordTable.of(query).write(query.format(), bytes(records));
                    case GEOJSON -> bytes(GeoJson.collection(
                            features(query, page.records(), records), envelope(query, page, projection)));
                    case JSONLD -> throw new IllegalArgumentException("no list is JSON-LD");
                };
        return new ResponseBody(bytes, projection.languages());
    }

    public ResponseBody record(ListQuery query, StoredRecord record) {
        if (query.isAsStored()) {
            return new ResponseBody(record.json(), List.of());
        }
        Projection projection = new Projection(registry, vocabularies, query.language());
        List<ObjectNode> records = projected(query, List.of(record), projection);
        byte[] bytes =
                switch (query.format()) {
                    case JSON -> bytes(records.get(0));
                    case NDJSON -> Ndjson.lines(bytes(records));
                    case CSV, XLSX -> RecordTable.of(query).write(query.format(), bytes(records));
                    case GEOJSON -> bytes(
                            features(query, List.of(record), records).get(0));
                    case JSONLD -> bytes(JsonLd.organisation(query.schema(), records.get(0), query.language()));
                };
        return new ResponseBody(bytes, projection.languages());
    }

    /** Returns the element of the record's list whose part {@code key} has this value. */
    public Optional<ResponseBody> element(ListQuery query, StoredRecord record, String list, String key, String value) {
        Projection projection = new Projection(registry, vocabularies, query.language());
        ObjectNode projected = projection.project(query.schema(), RecordJson.read(json, record.json()), List.of(list));
        for (JsonNode element : projected.get(list)) {
            if (element.get(key).textValue().equals(value)) {
                return Optional.of(new ResponseBody(bytes(element), projection.languages()));
            }
        }
        return Optional.empty();
    }

    private List<ObjectNode> projected(ListQuery query, List<StoredRecord> stored, Projection projection) {
        ResourceSchema schema = query.schema();
        List<ObjectNode> records = stored.stream()
                .map(record -> RecordJson.read(json, record.json()))
                .toList();
        expander.expand(schema, query.expansion(), records);
        return query.showsAll()
                ? records
                : records.stream()
                        .map(record -> projection.project(
                                schema, record, query.shownFields().orElse(null)))
                        .toList();
    }

    /** Takes the point from the record itself, because its field may not be among the projected ones. */
    private List<ObjectNode> features(ListQuery query, List<StoredRecord> stored, List<ObjectNode> projected) {
        String point = query.schema().point().orElseThrow().name();
        List<ObjectNode> features = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            features.add(
                    GeoJson.feature(RecordJson.read(json, stored.get(i).json()).get(point), projected.get(i)));
        }
        return features;
    }

    private Envelope envelope(ListQuery query, Page page, Projection projection) {
        ObjectNode position = Envelope.page(query.limit(), page.nextCursor());
        page.total().ifPresent(total -> position.put("total", total));
        return new Envelope(position, facets(page, projection), meta(query, page));
    }

    private ObjectNode facets(Page page, Projection projection) {
        if (page.facets().isEmpty()) {
            return null;
        }
        ObjectNode facets = json.createObjectNode();
        page.facets().forEach(summary -> facets.set(summary.facet().name(), facetNode(summary, projection)));
        return facets;
    }

    private ObjectNode facetNode(FacetSummary summary, Projection projection) {
        ObjectNode node = json.createObjectNode();
        ArrayNode values = node.putArray("values");
        for (FacetSummary.Count each : summary.values()) {
            ObjectNode value = values.addObject();
            value.putPOJO("value", each.value());
            projection.label(summary.facet().vocabulary(), each.value()).ifPresent(label -> value.put("label", label));
            value.put("count", each.count());
        }
        return node.put("missing", summary.missing());
    }

    private static ObjectNode meta(ListQuery query, Page page) {
        ObjectNode meta = Envelope.meta(page.revision(), query.language());
        if (page.emptyReasons() != null) {
            ArrayNode reasons = meta.putArray("empty");
            page.emptyReasons().forEach(reason -> reasons.addObject()
                    .put("parameter", reason.parameter())
                    .put("without", reason.without())
                    .put("unknown", reason.unknown()));
        }
        return meta;
    }

    private static List<byte[]> bytes(List<ObjectNode> records) {
        return records.stream().map(RecordBodyWriter::bytes).toList();
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
