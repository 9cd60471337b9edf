package org.startupatlas.query.expand;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.startupatlas.query.aggregate.StatsAccumulator;
import org.startupatlas.query.filter.JoinSql;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.relation.Relation;
import org.startupatlas.schema.relation.RelationFacet;
import org.startupatlas.schema.relation.RelationSum;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Computes the counts, sums and facets of related records, with one statement for each relation. */
@Singleton
public final class RelationAggregates {

    /** The key of a facet's value. */
    public static final String VALUE = "value";

    private final SchemaRegistry registry;
    private final DataSource database;
    private final ObjectMapper json;

    RelationAggregates(SchemaRegistry registry, DataSource database, ObjectMapper json) {
        this.registry = registry;
        this.database = database;
        this.json = json;
    }

    /** Adds the counts, the sum or the facet of that name to what is expanded of each record. */
    void expand(ResourceSchema schema, String name, List<ObjectNode> records) {
        Map<String, List<ObjectNode>> byId = Expander.byId(records);
        if (name.equals(ResourceSchema.COUNTS)) {
            expandCounts(schema, byId);
            return;
        }
        schema.sums().stream().filter(sum -> sum.name().equals(name)).forEach(sum -> expandSum(schema, sum, byId));
        schema.facets().stream()
                .filter(facet -> facet.name().equals(name))
                .forEach(facet -> expandFacet(schema, facet, byId));
    }

    private void expandCounts(ResourceSchema schema, Map<String, List<ObjectNode>> byId) {
        for (Relation relation : schema.relations()) {
            byId.values().forEach(same -> same.forEach(record -> counts(record).put(relation.name(), 0)));
            SqlBuilder sql = new SqlBuilder().append("SELECT parent, COUNT(*) FROM ");
            writePairs(sql, schema, relation, byId);
            query(sql.append(" pairs GROUP BY parent"), row -> {
                long count = row.getLong(2);
                byId.get(row.getString(1)).forEach(record -> counts(record).put(relation.name(), count));
            });
        }
    }

    private void expandSum(ResourceSchema schema, RelationSum sum, Map<String, List<ObjectNode>> byId) {
        byId.values()
                .forEach(
                        same -> same.forEach(record -> Expander.expanded(record).putArray(sum.name())));
        Relation relation = schema.relation(sum.relation()).orElseThrow();
        ResourceSchema target = registry.get(relation.target());
        FieldPath summed = registry.path(target, sum.sum());
        List<FieldPath> groups = registry.sumGroupings(target, summed);
        String columns = groups.stream().map(group -> ", r." + group.column()).collect(Collectors.joining());
        String sumColumn = "r." + summed.column();
        SqlBuilder sql =
                new SqlBuilder().append("SELECT k.parent" + columns + ", COUNT(*), SUM(" + sumColumn + ") FROM ");
        writePairs(sql, schema, relation, byId);
        sql.append(" k JOIN " + target.table() + " r ON r.id = k.id WHERE " + sumColumn
                + " IS NOT NULL GROUP BY k.parent" + columns);
        sql.append(IntStream.rangeClosed(1, 1 + groups.size())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", " ORDER BY ", "")));
        query(sql, row -> {
            ObjectNode result = json.createObjectNode();
            for (int i = 0; i < groups.size(); i++) {
                result.put(groups.get(i).field().name(), row.getString(2 + i));
            }
            result.put("count", row.getLong(2 + groups.size()));
            result.put("sum", StatsAccumulator.plain(row.getBigDecimal(3 + groups.size())));
            byId.get(row.getString(1))
                    .forEach(record -> ((ArrayNode) Expander.expanded(record).get(sum.name())).add(result));
        });
    }

    private void expandFacet(ResourceSchema schema, RelationFacet facet, Map<String, List<ObjectNode>> byId) {
        Map<String, Map<String, long[]>> counts = new LinkedHashMap<>();
        byId.keySet().forEach(id -> counts.put(id, new TreeMap<>()));
        for (int i = 0; i < facet.relations().size(); i++) {
            int place = i;
            countCodes(
                    schema,
                    facet,
                    facet.relations().get(i),
                    byId,
                    (id, code, count) -> counts.get(id)
                            .computeIfAbsent(
                                    code, unseen -> new long[facet.relations().size()])[place] += count);
        }
        counts.forEach((id, codes) -> byId.get(id).forEach(record -> {
            ArrayNode values = Expander.expanded(record).putArray(facet.name());
            codes.entrySet().stream()
                    .sorted(Comparator.comparingLong(code -> -total(code.getValue())))
                    .forEach(code -> values.add(value(facet, code.getKey(), code.getValue())));
        }));
    }

    private void countCodes(
            ResourceSchema schema,
            RelationFacet facet,
            String relationName,
            Map<String, List<ObjectNode>> byId,
            CodeReader reader) {
        Relation relation = schema.relation(relationName).orElseThrow();
        ResourceSchema target = registry.get(relation.target());
        String column = "r." + registry.path(target, facet.field()).column();
        SqlBuilder sql = new SqlBuilder().append("SELECT k.parent, " + column + ", COUNT(*) FROM ");
        writePairs(sql, schema, relation, byId);
        sql.append(" k JOIN " + target.table() + " r ON r.id = k.id WHERE " + column
                + " IS NOT NULL GROUP BY k.parent, " + column);
        query(sql, row -> {
            for (Object code : (Object[]) row.getArray(2).getArray()) {
                reader.read(row.getString(1), (String) code, row.getLong(3));
            }
        });
    }

    private ObjectNode value(RelationFacet facet, String code, long[] counts) {
        ObjectNode value = json.createObjectNode().put(VALUE, code);
        for (int i = 0; i < counts.length; i++) {
            value.put(facet.relations().get(i), counts[i]);
        }
        return value;
    }

    private static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    private void writePairs(
            SqlBuilder sql, ResourceSchema schema, Relation relation, Map<String, List<ObjectNode>> byId) {
        new JoinSql(sql)
                .writePairs(
                        registry.get(relation.target()),
                        registry.links(relation),
                        Expander.parseIds(schema, byId.keySet()));
    }

    private void query(SqlBuilder sql, Jdbc.RowReader reader) {
        Jdbc.read(database, connection -> {
            Jdbc.query(connection, sql, reader);
            return null;
        });
    }

    private static ObjectNode counts(ObjectNode record) {
        return Expander.expanded(record).withObjectProperty(ResourceSchema.COUNTS);
    }

    /** Receives the number of records of one parent that have a code. */
    private interface CodeReader {
        void read(String parent, String code, long count);
    }
}
