package org.startupatlas.query.lookup;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.ConditionSql;
import org.startupatlas.query.filter.Conditions;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Field.Shape;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Finds records by their references to other records. */
@Singleton
public final class ReferringRecords {

    /**
     * A record that references another.
     *
     * @param schema the resource of the referring record
     * @param id a UUID or a code
     * @param slug the name in URLs
     * @param field the dotted name of the referring field
     */
    public record Referrer(ResourceSchema schema, Object id, String slug, String field) {}

    private final SchemaRegistry registry;
    private final DataSource database;

    public ReferringRecords(SchemaRegistry registry, DataSource database) {
        this.registry = registry;
        this.database = database;
    }

    /**
     * Returns the records that reference this one, in the order of resources, fields and ids.
     *
     * @param limit the maximum number of records for each field
     */
    public List<Referrer> of(ResourceSchema target, Object id, int limit) {
        List<Referrer> referrers = new ArrayList<>();
        for (ResourceSchema schema : registry.schemas()) {
            for (Map.Entry<String, FieldPath> entry : registry.ownPaths(schema).entrySet()) {
                if (target.resource().equals(entry.getValue().field().target())) {
                    referrers.addAll(referrers(schema, entry.getValue(), id, limit));
                }
            }
        }
        return referrers;
    }

    private List<Referrer> referrers(ResourceSchema schema, FieldPath path, Object id, int limit) {
        SqlBuilder sql = ConditionSql.select("r.id, r.slug", schema, equal(path, id))
                .append(" ORDER BY r.id LIMIT ")
                .bind(limit);
        return Jdbc.read(database, connection -> {
            List<Referrer> found = new ArrayList<>();
            Jdbc.query(
                    connection,
                    sql,
                    row -> found.add(
                            new Referrer(schema, RecordLookup.id(row, 1, schema), row.getString(2), path.name())));
            return found;
        });
    }

    /** Returns whether a dotted path leads from the record to that partner. */
    public boolean isOwnedBy(ResourceSchema schema, String path, Object id, Object partner) {
        FieldPath owner = registry.resolve(schema, path);
        SqlBuilder sql = ConditionSql.select("COUNT(*)", schema, equal(owner, partner))
                .append(" AND r.id = ")
                .bind(id);
        return Jdbc.read(database, connection -> Jdbc.number(connection, sql)) > 0;
    }

    /** Returns the id of another record with the same values in these scalar fields, or an empty list. */
    public List<Object> sameValues(ResourceSchema schema, List<String> fields, List<Object> values, Object id) {
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT r.id FROM " + schema.table() + " r WHERE r.id <> ")
                .bind(id);
        for (int i = 0; i < fields.size(); i++) {
            Field field = schema.field(fields.get(i)).orElseThrow();
            if (field.shape() != Shape.VALUE) {
                throw new IllegalArgumentException(schema + "." + field.name() + " is no plain field");
            }
            sql.append(" AND r." + field.name());
            if (values.get(i) == null) {
                sql.append(" IS NULL");
            } else {
                sql.append(" = ").bind(values.get(i));
            }
        }
        sql.append(" ORDER BY r.id LIMIT 1");
        return Jdbc.read(database, connection -> {
            List<Object> ids = new ArrayList<>();
            Jdbc.query(connection, sql, row -> ids.add(RecordLookup.id(row, 1, schema)));
            return ids;
        });
    }

    /** Returns the records that reference another in a scalar field. */
    public List<StoredRecord> referrers(ResourceSchema schema, String reference, Object id) {
        FieldPath field = registry.ownPaths(schema).get(reference);
        SqlBuilder sql = new SqlBuilder()
                .append(RecordLookup.select(schema) + " WHERE " + field.column() + " = ")
                .bind(id)
                .append(" ORDER BY id");
        return Jdbc.read(database, connection -> RecordLookup.records(connection, schema, sql));
    }

    /** Returns the codes of a vocabulary that records hold in any field. */
    public Set<String> codesInUse(String vocabulary) {
        Set<String> codes = new TreeSet<>();
        for (ResourceSchema schema : registry.schemas()) {
            for (FieldPath path : registry.ownPaths(schema).values()) {
                if (vocabulary.equals(path.field().vocabulary())) {
                    addCodes(schema, path, codes);
                }
            }
        }
        return codes;
    }

    private void addCodes(ResourceSchema schema, FieldPath path, Set<String> codes) {
        String table =
                path.joins().isEmpty() ? schema.table() : path.joins().get(0).table();
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT DISTINCT " + path.column() + " FROM " + table + " WHERE " + path.column()
                        + " IS NOT NULL");
        Jdbc.read(database, connection -> {
            Jdbc.query(connection, sql, row -> {
                if (path.isListColumn()) {
                    for (Object code : (Object[]) row.getArray(1).getArray()) {
                        codes.add((String) code);
                    }
                } else {
                    codes.add(row.getString(1));
                }
            });
            return codes;
        });
    }

    private static Condition equal(FieldPath path, Object value) {
        return Conditions.atEnd(path, 0, last -> new Condition.Comparison(last, Operator.EQUAL, List.of(value)));
    }
}
