package org.startupatlas.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Puts the records that others lead to under {@code expanded}: one statement for each name asked, however many
 * records there are.
 */
public final class Expander {

    /** The most records that one record's relation is expanded to; the rest is behind the link. */
    public static final int MOST_EXPANDED = 100;

    /** The key that expanded records stand under. */
    public static final String EXPANDED = "expanded";

    private static final String DATA = "data";

    private final Register register;
    private final DataSource database;
    private final ObjectMapper json;

    public Expander(Register register, DataSource database, ObjectMapper json) {
        this.register = register;
        this.database = database;
        this.json = json;
    }

    /** Adds to each record what the expansion asks for. */
    public void expand(Declaration declaration, Expansion expansion, List<ObjectNode> records) {
        if (expansion.isEmpty() || records.isEmpty()) {
            return;
        }
        records.forEach(record -> record.putObject(EXPANDED));
        expansion.names().forEach((name, deeper) -> {
            List<ObjectNode> reached = expandOne(declaration, name, records);
            Expansion.target(declaration, name).ifPresent(target -> expand(register.get(target), deeper, reached));
        });
    }

    private List<ObjectNode> expandOne(Declaration declaration, String name, List<ObjectNode> records) {
        if (declaration.relation(name).isPresent()) {
            return expandRelation(declaration, declaration.relation(name).get(), records);
        }
        if (name.equals(Declaration.COUNTS)) {
            expandCounts(declaration, records);
            return List.of();
        }
        for (Totals totals : declaration.totals()) {
            if (totals.name().equals(name)) {
                expandTotals(declaration, totals, records);
                return List.of();
            }
        }
        return expandReference(declaration, declaration.field(name).orElseThrow(), records);
    }

    private List<ObjectNode> expandRelation(Declaration declaration, Relation relation, List<ObjectNode> records) {
        List<ArrayNode> lists = new ArrayList<>();
        for (ObjectNode record : records) {
            ObjectNode list = expanded(record).putObject(relation.name());
            lists.add(list.putArray(DATA));
            list.put("truncated", false);
            list.put(
                    "link",
                    "/v1/" + declaration.resource() + "/" + record.get("id").textValue() + "/" + relation.name());
        }
        List<ObjectNode> reached = new ArrayList<>();
        Sql sql = forEach(
                declaration,
                relation,
                records,
                (branch, number) -> branch.append("SELECT " + number + " AS parent, r.id, r.document"),
                " ORDER BY r.id LIMIT " + (MOST_EXPANDED + 1));
        sql.append(" ORDER BY 1, 2");
        query(sql, row -> {
            int parent = row.getInt(1);
            if (lists.get(parent).size() == MOST_EXPANDED) {
                ((ObjectNode) expanded(records.get(parent)).get(relation.name())).put("truncated", true);
            } else {
                ObjectNode node = read(row.getBytes(3));
                lists.get(parent).add(node);
                reached.add(node);
            }
        });
        return reached;
    }

    private void expandCounts(Declaration declaration, List<ObjectNode> records) {
        records.forEach(record -> expanded(record).putObject(Declaration.COUNTS));
        for (Relation relation : declaration.relations()) {
            Sql sql = forEach(
                    declaration,
                    relation,
                    records,
                    (branch, number) -> branch.append("SELECT " + number + " AS parent, COUNT(*)"),
                    "");
            query(sql, row -> ((ObjectNode) expanded(records.get(row.getInt(1))).get(Declaration.COUNTS))
                    .put(relation.name(), row.getLong(2)));
        }
    }

    private void expandTotals(Declaration declaration, Totals totals, List<ObjectNode> records) {
        records.forEach(record -> expanded(record).putArray(totals.name()));
        Relation relation = declaration.relation(totals.relation()).orElseThrow();
        Declaration target = register.get(relation.target());
        List<Path> groups = totals.groupBy().stream()
                .map(name -> register.path(target, name))
                .toList();
        String columns = groups.stream()
                .map(Path::column)
                .reduce((a, b) -> a + ", r." + b)
                .orElseThrow();
        String sum = register.path(target, totals.sum()).column();
        Sql sql = forEach(
                declaration,
                relation,
                records,
                (branch, number) -> branch.append("SELECT " + number + " AS parent, r." + columns
                        + ", COUNT(*) AS records, SUM(r." + sum + ") AS total"),
                " AND r." + sum + " IS NOT NULL GROUP BY r." + columns);
        sql.append(" ORDER BY 1, 2, 3");
        query(sql, row -> {
            ObjectNode total = ((ArrayNode) expanded(records.get(row.getInt(1))).get(totals.name())).addObject();
            for (int i = 0; i < groups.size(); i++) {
                total.put(groups.get(i).field().name(), row.getString(2 + i));
            }
            total.put("count", row.getLong(2 + groups.size()));
            total.put("sum", withoutZeros(row.getBigDecimal(3 + groups.size())));
        });
    }

    /** The column's scale is no part of the sum; nor is an exponent how people write money. */
    private static BigDecimal withoutZeros(BigDecimal sum) {
        BigDecimal stripped = sum.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private List<ObjectNode> expandReference(Declaration declaration, Field field, List<ObjectNode> records) {
        Declaration target =
                register.get(Expansion.target(declaration, field.name()).orElseThrow());
        Map<String, ObjectNode> found = readAll(target, records, field);
        for (ObjectNode record : records) {
            List<ObjectNode> named = ids(field, record).stream()
                    .filter(found::containsKey)
                    .map(found::get)
                    .toList();
            if (field.isList()) {
                ObjectNode list = expanded(record).putObject(field.name());
                list.putArray(DATA).addAll(named);
                list.put("truncated", false).putNull("link");
            } else {
                expanded(record).set(field.name(), named.isEmpty() ? json.nullNode() : named.get(0));
            }
        }
        return List.copyOf(found.values());
    }

    private Map<String, ObjectNode> readAll(Declaration target, List<ObjectNode> records, Field field) {
        Set<String> ids = new LinkedHashSet<>();
        records.forEach(record -> ids.addAll(ids(field, record)));
        Map<String, ObjectNode> found = new HashMap<>();
        if (!ids.isEmpty()) {
            List<?> typed = target.hasWordsAsIds()
                    ? List.copyOf(ids)
                    : ids.stream().map(UUID::fromString).toList();
            Sql sql = new Sql()
                    .append("SELECT document FROM " + target.table() + " WHERE id IN ")
                    .bindList(typed);
            query(sql, row -> {
                ObjectNode node = read(row.getBytes(1));
                found.put(node.get("id").textValue(), node);
            });
        }
        return found;
    }

    /** The ids that a record's field holds, each once. */
    private static Set<String> ids(Field field, ObjectNode record) {
        String part = field.isComposed()
                ? field.parts().stream()
                        .filter(each -> each.target() != null)
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

    private interface Branch {
        void select(Sql sql, int number);
    }

    /** One statement with a branch for each record, over the records in its relation. */
    private Sql forEach(
            Declaration declaration, Relation relation, List<ObjectNode> records, Branch select, String rest) {
        Declaration target = register.get(relation.target());
        // One branch alone could not be ordered inside and outside.
        Sql sql = new Sql().append("SELECT * FROM (");
        for (int i = 0; i < records.size(); i++) {
            String id = records.get(i).get("id").textValue();
            sql.append(i == 0 ? "(" : " UNION ALL (");
            select.select(sql, i);
            sql.append(" FROM " + target.table() + " r WHERE ");
            new ConditionSql(sql)
                    .write("r", register.isRelated(relation, declaration.hasWordsAsIds() ? id : UUID.fromString(id)));
            sql.append(rest + ")");
        }
        return sql.append(") branches");
    }

    private void query(Sql sql, Databases.EachRow each) {
        Databases.read(database, connection -> {
            Databases.query(connection, sql, each);
            return null;
        });
    }

    private ObjectNode read(byte[] document) {
        try {
            return (ObjectNode) json.readTree(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ObjectNode expanded(ObjectNode record) {
        return (ObjectNode) record.get(EXPANDED);
    }
}
