package org.startupatlas.query;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.startupatlas.record.RecordJson;

/**
 * Puts the records that others lead to under {@code expanded}: one statement for each name asked, however many
 * records there are.
 */
@Singleton
public final class Expander {

    /** The most records that one record's relation is expanded to; the rest is behind the link. */
    public static final int MOST_EXPANDED = 100;

    /**
     * The most records that one answer holds as expanded, so that two levels of 100 for each of 200 records do not
     * fill the memory; at one to two kilobytes each they make ten megabytes. Lists beyond are cut, with a link.
     */
    public static final int MOST_EXPANDED_IN_ALL = 5_000;

    /** The key that expanded records stand under. */
    public static final String EXPANDED = "expanded";

    private static final String DATA = "data";
    private static final String TRUNCATED = "truncated";
    private static final String LINK = "link";

    private final Register register;
    private final DataSource database;
    private final NamedLists lists;
    private final ObjectMapper json;

    /** An expander of the registered resources. */
    public Expander(Register register, DataSource database, NamedLists lists, ObjectMapper json) {
        this.register = register;
        this.database = database;
        this.lists = lists;
        this.json = json;
    }

    /** Adds to each record what the expansion asks for. */
    public void expand(Declaration declaration, Expansion expansion, List<ObjectNode> records) {
        new Answer().expand(declaration, expansion, records);
    }

    /** One answer being expanded. */
    private final class Answer {

        private int room = MOST_EXPANDED_IN_ALL;

        void expand(Declaration declaration, Expansion expansion, List<ObjectNode> records) {
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
            Optional<Derivation> derivation = declaration.derivation(name);
            if (derivation.isPresent()) {
                expandDerivation(derivation.get(), records);
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
            for (ObjectNode record : records) {
                ObjectNode list = expanded(record).putObject(relation.name());
                list.putArray(DATA);
                list.put(TRUNCATED, false);
                list.put(
                        LINK,
                        "/v1/" + declaration.resource() + "/" + record.get("id").textValue() + "/" + relation.name());
            }
            List<ObjectNode> reached = new ArrayList<>();
            Map<String, List<ObjectNode>> byId = byId(records);
            query(rowsOf(declaration, relation, byId.keySet()), row -> {
                byte[] document = row.getBytes(2);
                for (ObjectNode parent : byId.get(row.getString(1))) {
                    addTo((ObjectNode) expanded(parent).get(relation.name()), document, reached);
                }
            });
            return reached;
        }

        private void addTo(ObjectNode list, byte[] document, List<ObjectNode> reached) {
            ArrayNode data = (ArrayNode) list.get(DATA);
            if (room == 0 || data.size() == MOST_EXPANDED) {
                list.put(TRUNCATED, true);
                return;
            }
            room--;
            ObjectNode node = RecordJson.read(json, document);
            data.add(node);
            reached.add(node);
        }

        private List<ObjectNode> expandReference(Declaration declaration, Field field, List<ObjectNode> records) {
            Declaration target =
                    register.get(Expansion.target(declaration, field.name()).orElseThrow());
            Map<String, byte[]> found = readAll(target, field, records);
            List<ObjectNode> reached = new ArrayList<>();
            for (ObjectNode record : records) {
                List<ObjectNode> named = ids(field, record).stream()
                        .filter(found::containsKey)
                        .map(id -> RecordJson.read(json, found.get(id)))
                        .toList();
                reached.addAll(named);
                if (field.isList()) {
                    ObjectNode list = expanded(record).putObject(field.name());
                    list.putArray(DATA).addAll(named);
                    list.put(TRUNCATED, false).putNull(LINK);
                } else {
                    expanded(record).set(field.name(), named.isEmpty() ? json.nullNode() : named.get(0));
                }
            }
            return reached;
        }
    }

    /** The documents of a relation, each behind the id of the record it belongs to, one more than is shown. */
    private Sql rowsOf(Declaration declaration, Relation relation, Collection<String> ids) {
        Declaration target = register.get(relation.target());
        Sql sql = new Sql()
                .append("SELECT k.parent, r.document FROM (SELECT parent, id,"
                        + " ROW_NUMBER() OVER (PARTITION BY parent ORDER BY id) AS place FROM ");
        new RelatedSql(sql).write(target, register.links(relation), typed(declaration, ids));
        return sql.append(" pairs) k JOIN " + target.table() + " r ON r.id = k.id WHERE k.place <= "
                + (MOST_EXPANDED + 1) + " ORDER BY k.parent, k.place");
    }

    private void expandDerivation(Derivation derivation, List<ObjectNode> records) {
        List<JsonNode> derived = derivation.rule().of(records, lists);
        for (int i = 0; i < derived.size(); i++) {
            expanded(records.get(i)).set(derivation.name(), derived.get(i));
        }
    }

    private void expandCounts(Declaration declaration, List<ObjectNode> records) {
        Map<String, List<ObjectNode>> byId = byId(records);
        for (Relation relation : declaration.relations()) {
            records.forEach(record -> counts(record).put(relation.name(), 0));
            Sql sql = new Sql().append("SELECT parent, COUNT(*) FROM ");
            new RelatedSql(sql)
                    .write(
                            register.get(relation.target()),
                            register.links(relation),
                            typed(declaration, byId.keySet()));
            query(sql.append(" pairs GROUP BY parent"), row -> {
                long count = row.getLong(2);
                byId.get(row.getString(1)).forEach(record -> counts(record).put(relation.name(), count));
            });
        }
    }

    private void expandTotals(Declaration declaration, Totals totals, List<ObjectNode> records) {
        records.forEach(record -> expanded(record).putArray(totals.name()));
        Relation relation = declaration.relation(totals.relation()).orElseThrow();
        Declaration target = register.get(relation.target());
        Path number = register.path(target, totals.sum());
        List<Path> groups = register.parting(target, number);
        String columns = groups.stream().map(group -> ", r." + group.column()).collect(Collectors.joining());
        String sum = "r." + number.column();
        Map<String, List<ObjectNode>> byId = byId(records);
        Sql sql = new Sql().append("SELECT k.parent" + columns + ", COUNT(*), SUM(" + sum + ") FROM ");
        new RelatedSql(sql).write(target, register.links(relation), typed(declaration, byId.keySet()));
        sql.append(" k JOIN " + target.table() + " r ON r.id = k.id WHERE " + sum + " IS NOT NULL GROUP BY k.parent"
                + columns);
        sql.append(IntStream.rangeClosed(1, 1 + groups.size())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", " ORDER BY ", "")));
        query(sql, row -> {
            ObjectNode total = json.createObjectNode();
            for (int i = 0; i < groups.size(); i++) {
                total.put(groups.get(i).field().name(), row.getString(2 + i));
            }
            total.put("count", row.getLong(2 + groups.size()));
            total.put("sum", Spread.plain(row.getBigDecimal(3 + groups.size())));
            byId.get(row.getString(1))
                    .forEach(record -> ((ArrayNode) expanded(record).get(totals.name())).add(total));
        });
    }

    private Map<String, byte[]> readAll(Declaration target, Field field, List<ObjectNode> records) {
        Set<String> ids = new LinkedHashSet<>();
        records.forEach(record -> ids.addAll(ids(field, record)));
        Map<String, byte[]> found = new HashMap<>();
        if (!ids.isEmpty()) {
            Sql sql = new Sql()
                    .append("SELECT id, document FROM " + target.table() + " WHERE id IN ")
                    .bindList(typed(target, ids));
            query(sql, row -> found.put(row.getString(1), row.getBytes(2)));
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

    /** A record can be reached from several others, and is then there several times. */
    private static Map<String, List<ObjectNode>> byId(List<ObjectNode> records) {
        Map<String, List<ObjectNode>> byId = new LinkedHashMap<>();
        records.forEach(record -> byId.computeIfAbsent(record.get("id").textValue(), id -> new ArrayList<>())
                .add(record));
        return byId;
    }

    private static List<?> typed(Declaration declaration, Collection<String> ids) {
        return declaration.hasWordsAsIds()
                ? List.copyOf(ids)
                : ids.stream().map(UUID::fromString).toList();
    }

    private void query(Sql sql, Databases.EachRow each) {
        Databases.read(database, connection -> {
            Databases.query(connection, sql, each);
            return null;
        });
    }

    private static ObjectNode counts(ObjectNode record) {
        return expanded(record).withObjectProperty(Declaration.COUNTS);
    }

    private static ObjectNode expanded(ObjectNode record) {
        return (ObjectNode) record.get(EXPANDED);
    }
}
