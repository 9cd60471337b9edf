package org.startupatlas.http.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.startupatlas.http.License;
import org.startupatlas.query.ListQuery;
import org.startupatlas.query.Page;
import org.startupatlas.query.expand.Expander;
import org.startupatlas.query.facet.FacetSummary;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;

/** Writes records in the format that was asked for; where nothing else was asked, their JSON as it is stored. */
public final class RecordBodyWriter {

    private final SchemaRegistry register;
    private final Vocabularies terms;
    private final Expander expander;
    private final ObjectMapper json;

    public RecordBodyWriter(SchemaRegistry register, Vocabularies terms, Expander expander, ObjectMapper json) {
        this.register = register;
        this.terms = terms;
        this.expander = expander;
        this.json = json;
    }

    public ResponseBody list(ListQuery query, Page page) {
        Projection projection = new Projection(register, terms, query.language());
        if (query.isAsStored()) {
            List<byte[]> records =
                    page.records().stream().map(StoredRecord::json).toList();
            return new ResponseBody(listOf(records, frame(query, page, projection)), List.of());
        }
        List<ObjectNode> records = shown(query, page.records(), projection);
        byte[] bytes =
                switch (query.format()) {
                    case JSON -> listOf(
                            records.stream().map(RecordBodyWriter::bytes).toList(), frame(query, page, projection));
                    case NDJSON -> lines(records);
                    case CSV -> CsvTable.of(query)
                            .write(records.stream().map(RecordBodyWriter::bytes).toList());
                    case GEOJSON -> bytes(GeoJson.collection(
                            features(query, page.records(), records), frame(query, page, projection)));
                    case JSONLD -> throw new IllegalArgumentException("no list is JSON-LD");
                };
        return new ResponseBody(bytes, projection.languages());
    }

    public ResponseBody record(ListQuery query, StoredRecord row) {
        if (query.isAsStored()) {
            return new ResponseBody(row.json(), List.of());
        }
        Projection projection = new Projection(register, terms, query.language());
        List<ObjectNode> records = shown(query, List.of(row), projection);
        byte[] bytes =
                switch (query.format()) {
                    case JSON -> bytes(records.get(0));
                    case NDJSON -> lines(records);
                    case CSV -> CsvTable.of(query)
                            .write(records.stream().map(RecordBodyWriter::bytes).toList());
                    case GEOJSON -> bytes(features(query, List.of(row), records).get(0));
                    case JSONLD -> bytes(JsonLd.organisation(query.schema(), records.get(0), query.language()));
                };
        return new ResponseBody(bytes, projection.languages());
    }

    /** The element of the record's list whose part {@code key} is this. */
    public Optional<ResponseBody> element(ListQuery query, StoredRecord row, String list, String key, String value) {
        Projection projection = new Projection(register, terms, query.language());
        ObjectNode record = projection.project(query.schema(), RecordJson.read(json, row.json()), List.of(list));
        for (JsonNode element : record.get(list)) {
            if (element.get(key).textValue().equals(value)) {
                return Optional.of(new ResponseBody(bytes(element), projection.languages()));
            }
        }
        return Optional.empty();
    }

    private List<ObjectNode> shown(ListQuery query, List<StoredRecord> rows, Projection projection) {
        ResourceSchema declaration = query.schema();
        List<ObjectNode> records =
                rows.stream().map(row -> RecordJson.read(json, row.json())).toList();
        expander.expand(declaration, query.expansion(), records);
        return query.showsAll()
                ? records
                : records.stream()
                        .map(record -> projection.project(
                                declaration, record, query.shownFields().orElse(null)))
                        .toList();
    }

    /** A record is drawn where it is, whichever of its fields are shown. */
    private List<ObjectNode> features(ListQuery query, List<StoredRecord> rows, List<ObjectNode> shown) {
        String point = query.schema().point().orElseThrow().name();
        List<ObjectNode> features = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            features.add(
                    GeoJson.feature(RecordJson.read(json, rows.get(i).json()).get(point), shown.get(i)));
        }
        return features;
    }

    /** A list's members behind its records: what is told of all of them. */
    private ObjectNode frame(ListQuery query, Page page, Projection projection) {
        ObjectNode frame = json.createObjectNode();
        frame.set("page", pageNode(query, page));
        if (!page.facets().isEmpty()) {
            ObjectNode facets = frame.putObject("facets");
            page.facets().forEach(counts -> facets.set(counts.facet().name(), facetNode(counts, projection)));
        }
        frame.set("meta", metaNode(query, page));
        return frame;
    }

    private ObjectNode facetNode(FacetSummary counts, Projection projection) {
        ObjectNode node = json.createObjectNode();
        ArrayNode values = node.putArray("values");
        for (FacetSummary.Count each : counts.values()) {
            ObjectNode value = values.addObject();
            value.putPOJO("value", each.value());
            projection.label(counts.facet().vocabulary(), each.value()).ifPresent(label -> value.put("label", label));
            value.put("count", each.count());
        }
        return node.put("missing", counts.missing());
    }

    private static byte[] listOf(List<byte[]> records, ObjectNode frame) {
        int size = 512 + records.stream().mapToInt(record -> record.length + 1).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        write(out, "{\"data\":[");
        for (int i = 0; i < records.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(records.get(i));
        }
        write(out, "],");
        byte[] members = bytes(frame);
        out.write(members, 1, members.length - 1); // without its opening brace
        return out.toByteArray();
    }

    private ObjectNode pageNode(ListQuery query, Page page) {
        ObjectNode node = json.createObjectNode();
        node.put("limit", query.limit());
        node.put("has_more", page.hasMore());
        node.put("next_cursor", page.nextCursor());
        page.total().ifPresent(total -> node.put("total", total));
        return node;
    }

    private ObjectNode metaNode(ListQuery query, Page page) {
        ObjectNode node = json.createObjectNode();
        node.put("revision", page.revision());
        node.put("license", License.ID);
        if (query.language() != null) {
            node.put("lang", query.language().code());
        }
        if (page.emptyReasons() != null) {
            ArrayNode reasons = node.putArray("empty");
            page.emptyReasons().forEach(reason -> reasons.addObject()
                    .put("parameter", reason.parameter())
                    .put("without", reason.without())
                    .put("unknown", reason.unknown()));
        }
        return node;
    }

    private static byte[] lines(List<ObjectNode> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (ObjectNode record : records) {
            out.writeBytes(bytes(record));
            out.write('\n');
        }
        return out.toByteArray();
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
