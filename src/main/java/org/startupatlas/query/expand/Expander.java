package org.startupatlas.query.expand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.startupatlas.query.Expansion;
import org.startupatlas.query.filter.JoinSql;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.DerivedField;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.relation.Relation;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/**
 * Adds related records under {@code expanded}, with one statement for each requested name, however many records there
 * are.
 */
@Singleton
public final class Expander {

    /** The maximum number of records to which a relation of one record is expanded; a link leads to the rest. */
    public static final int MAX_PER_RECORD = 100;

    /**
     * The maximum number of expanded records in one response, because two levels of 100 for each of 200 records would
     * exhaust the memory. At one to two kilobytes each, these make ten megabytes. Longer lists are truncated and have a
     * link.
     */
    public static final int MAX_PER_RESPONSE = 5_000;

    /** The key of the expanded records. */
    public static final String EXPANDED = "expanded";

    private static final String DATA = "data";
    private static final String TRUNCATED = "truncated";
    private static final String LINK = "link";

    private final SchemaRegistry registry;
    private final DataSource database;
    private final ListCounter lists;
    private final RelationAggregates aggregates;
    private final Today today;
    private final ObjectMapper json;

    public Expander(
            SchemaRegistry registry,
            DataSource database,
            ListCounter lists,
            RelationAggregates aggregates,
            Today today,
            ObjectMapper json) {
        this.registry = registry;
        this.database = database;
        this.lists = lists;
        this.aggregates = aggregates;
        this.today = today;
        this.json = json;
    }

    /** Adds what the expansion requests to each record. */
    public void expand(ResourceSchema schema, Expansion expansion, List<ObjectNode> records) {
        new ResponseExpansion().expand(schema, expansion, records);
    }

    /** The state of expanding one response. */
    private final class ResponseExpansion {

        private int remaining = MAX_PER_RESPONSE;

        void expand(ResourceSchema schema, Expansion expansion, List<ObjectNode> records) {
            if (expansion.isEmpty() || records.isEmpty()) {
                return;
            }
            records.forEach(record -> record.putObject(EXPANDED));
            expansion.names().forEach((name, nested) -> {
                List<ObjectNode> expandedRecords = expandOne(schema, name, records);
                Expansion.target(schema, name)
                        .ifPresent(target -> expand(registry.get(target), nested, expandedRecords));
            });
        }

        private List<ObjectNode> expandOne(ResourceSchema schema, String name, List<ObjectNode> records) {
            if (schema.relation(name).isPresent()) {
                return expandRelation(schema, schema.relation(name).get(), records);
            }
            Optional<Field> field = schema.field(name);
            if (field.isPresent()) {
                return expandReference(schema, field.get(), records);
            }
            Optional<DerivedField> derivedField = schema.derivedField(name);
            if (derivedField.isPresent()) {
                expandDerivedField(derivedField.get(), records);
            } else {
                aggregates.expand(schema, name, records);
            }
            return List.of();
        }

        private List<ObjectNode> expandRelation(ResourceSchema schema, Relation relation, List<ObjectNode> records) {
            for (ObjectNode record : records) {
                ObjectNode list = expanded(record).putObject(relation.name());
                list.putArray(DATA);
                list.put(TRUNCATED, false);
                list.put(
                        LINK,
                        "/v1/" + schema.resource() + "/" + record.get("id").textValue() + "/" + relation.name());
            }
            List<ObjectNode> expandedRecords = new ArrayList<>();
            Map<String, List<ObjectNode>> byId = byId(records);
            query(relationSql(schema, relation, byId.keySet()), row -> {
                byte[] document = row.getBytes(2);
                for (ObjectNode parent : byId.get(row.getString(1))) {
                    addTo((ObjectNode) expanded(parent).get(relation.name()), document, expandedRecords);
                }
            });
            return expandedRecords;
        }

        private void addTo(ObjectNode list, byte[] document, List<ObjectNode> expandedRecords) {
            ArrayNode data = (ArrayNode) list.get(DATA);
            if (remaining == 0 || data.size() == MAX_PER_RECORD) {
                list.put(TRUNCATED, true);
                return;
            }
            remaining--;
            ObjectNode node = RecordJson.read(json, document);
            data.add(node);
            expandedRecords.add(node);
        }

        private List<ObjectNode> expandReference(ResourceSchema schema, Field field, List<ObjectNode> records) {
            ResourceSchema target =
                    registry.get(Expansion.target(schema, field.name()).orElseThrow());
            Map<String, byte[]> documents = readAll(target, field, records);
            List<ObjectNode> expandedRecords = new ArrayList<>();
            for (ObjectNode record : records) {
                List<ObjectNode> referenced = ids(field, record).stream()
                        .filter(documents::containsKey)
                        .map(id -> RecordJson.read(json, documents.get(id)))
                        .toList();
                expandedRecords.addAll(referenced);
                if (field.isList()) {
                    ObjectNode list = expanded(record).putObject(field.name());
                    list.putArray(DATA).addAll(referenced);
                    list.put(TRUNCATED, false).putNull(LINK);
                } else {
                    expanded(record).set(field.name(), referenced.isEmpty() ? json.nullNode() : referenced.get(0));
                }
            }
            return expandedRecords;
        }
    }

    /**
     * Returns the statement for the documents of a relation, each after the id of the record it belongs to, with one
     * more per record than the maximum.
     */
    private SqlBuilder relationSql(ResourceSchema schema, Relation relation, Collection<String> ids) {
        ResourceSchema target = registry.get(relation.target());
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT k.parent, r.document FROM (SELECT parent, id,"
                        + " ROW_NUMBER() OVER (PARTITION BY parent ORDER BY id) AS place FROM ");
        new JoinSql(sql).writePairs(target, registry.links(relation), parseIds(schema, ids));
        return sql.append(" pairs) k JOIN " + target.table() + " r ON r.id = k.id WHERE k.place <= "
                + (MAX_PER_RECORD + 1) + " ORDER BY k.parent, k.place");
    }

    private void expandDerivedField(DerivedField derivedField, List<ObjectNode> records) {
        List<JsonNode> values = derivedField.derivation().derive(records, lists, today.day());
        for (int i = 0; i < values.size(); i++) {
            expanded(records.get(i)).set(derivedField.name(), values.get(i));
        }
    }

    private Map<String, byte[]> readAll(ResourceSchema target, Field field, List<ObjectNode> records) {
        Set<String> ids = new LinkedHashSet<>();
        records.forEach(record -> ids.addAll(ids(field, record)));
        Map<String, byte[]> documents = new HashMap<>();
        if (!ids.isEmpty()) {
            SqlBuilder sql = new SqlBuilder()
                    .append("SELECT id, document FROM " + target.table() + " WHERE id IN ")
                    .bindList(parseIds(target, ids));
            query(sql, row -> documents.put(row.getString(1), row.getBytes(2)));
        }
        return documents;
    }

    /** Returns the distinct ids that a record's field holds. */
    private static Set<String> ids(Field field, ObjectNode record) {
        String part = field.isComposed()
                ? field.parts().stream()
                        .filter(reader -> reader.target() != null)
                        .findFirst()
                        .orElseThrow()
                        .name()
                : null;
        Set<String> ids = new LinkedHashSet<>();
        JsonNode value = record.get(field.name());
        for (JsonNode element : field.isList() ? value : List.of(value)) {
            JsonNode id = part == null || element.isNull() ? element : element.get(part);
            if (!id.isNull()) {
                ids.add(id.textValue());
            }
        }
        return ids;
    }

    /** Groups the records by id: a record that is expanded for several others occurs several times. */
    static Map<String, List<ObjectNode>> byId(List<ObjectNode> records) {
        Map<String, List<ObjectNode>> byId = new LinkedHashMap<>();
        records.forEach(record -> byId.computeIfAbsent(record.get("id").textValue(), id -> new ArrayList<>())
                .add(record));
        return byId;
    }

    static List<?> parseIds(ResourceSchema schema, Collection<String> ids) {
        return schema.hasCodeIds()
                ? List.copyOf(ids)
                : ids.stream().map(UUID::fromString).toList();
    }

    private void query(SqlBuilder sql, Jdbc.RowReader reader) {
        Jdbc.read(database, connection -> {
            Jdbc.query(connection, sql, reader);
            return null;
        });
    }

    static ObjectNode expanded(ObjectNode record) {
        return (ObjectNode) record.get(EXPANDED);
    }
}
