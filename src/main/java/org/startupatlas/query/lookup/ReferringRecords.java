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
import org.startupatlas.schema.Join;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Finds records by the records that they name: who refers to a record, and whose a record is. */
@Singleton
public final class ReferringRecords {

    /**
     * A record that names another.
     *
     * @param declaration its resource
     * @param id a UUID or a word
     * @param slug its name in URLs
     * @param field the dotted name of the field in which it does
     */
    public record Referrer(ResourceSchema declaration, Object id, String slug, String field) {}

    private final SchemaRegistry register;
    private final DataSource database;

    /** Looks among the registered resources. */
    public ReferringRecords(SchemaRegistry register, DataSource database) {
        this.register = register;
        this.database = database;
    }

    /**
     * The records that name this one, in the order of resources, fields and ids.
     *
     * @param most so many of each field at most
     */
    public List<Referrer> of(ResourceSchema target, Object id, int most) {
        List<Referrer> referrers = new ArrayList<>();
        for (ResourceSchema declaration : register.declarations()) {
            for (Map.Entry<String, FieldPath> own :
                    register.ownPaths(declaration).entrySet()) {
                if (target.resource().equals(own.getValue().field().target())) {
                    referrers.addAll(naming(declaration, own.getValue(), id, most));
                }
            }
        }
        return referrers;
    }

    private List<Referrer> naming(ResourceSchema declaration, FieldPath path, Object id, int most) {
        SqlBuilder sql = new SqlBuilder().append("SELECT r.id, r.slug FROM " + declaration.table() + " r WHERE ");
        new ConditionSql(sql).write("r", equal(path, id));
        sql.append(" ORDER BY r.id LIMIT ").bind(most);
        return Jdbc.read(database, connection -> {
            List<Referrer> found = new ArrayList<>();
            Jdbc.query(
                    connection,
                    sql,
                    row -> found.add(new Referrer(
                            declaration, RecordLookup.id(row, 1, declaration), row.getString(2), path.name())));
            return found;
        });
    }

    /** Whether a dotted path leads from the record to that partner. */
    public boolean belongs(ResourceSchema declaration, String path, Object id, Object partner) {
        FieldPath owner = register.resolve(declaration, path);
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT COUNT(*) FROM " + declaration.table() + " r WHERE r.id = ")
                .bind(id)
                .append(" AND ");
        new ConditionSql(sql).write("r", equal(owner, partner));
        return Jdbc.read(database, connection -> Jdbc.number(connection, sql)) > 0;
    }

    /** Another record that has the same values in these plain fields. */
    public List<Object> twins(ResourceSchema declaration, List<String> fields, List<Object> values, Object id) {
        SqlBuilder sql = new SqlBuilder()
                .append("SELECT r.id FROM " + declaration.table() + " r WHERE r.id <> ")
                .bind(id);
        for (int i = 0; i < fields.size(); i++) {
            Field field = declaration.field(fields.get(i)).orElseThrow();
            if (field.shape() != Shape.VALUE) {
                throw new IllegalArgumentException(declaration + "." + field.name() + " is no plain field");
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
            Jdbc.query(connection, sql, row -> ids.add(RecordLookup.id(row, 1, declaration)));
            return ids;
        });
    }

    /** The records that name another in a plain reference. */
    public List<StoredRecord> naming(ResourceSchema declaration, String reference, Object id) {
        FieldPath named = register.ownPaths(declaration).get(reference);
        SqlBuilder sql = new SqlBuilder()
                .append(RecordLookup.select(declaration) + " WHERE " + named.column() + " = ")
                .bind(id)
                .append(" ORDER BY id");
        return Jdbc.read(database, connection -> RecordLookup.rows(connection, declaration, sql));
    }

    /** The codes of a vocabulary that records hold, wherever they may. */
    public Set<String> codesInUse(String vocabulary) {
        Set<String> codes = new TreeSet<>();
        for (ResourceSchema declaration : register.declarations()) {
            for (FieldPath path : register.ownPaths(declaration).values()) {
                if (vocabulary.equals(path.field().vocabulary())) {
                    addCodes(declaration, path, codes);
                }
            }
        }
        return codes;
    }

    private void addCodes(ResourceSchema declaration, FieldPath path, Set<String> codes) {
        String table = path.joins().isEmpty()
                ? declaration.table()
                : ((Join.Into) path.joins().get(0)).table();
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
        return Conditions.reached(path, 0, last -> new Condition.Compares(last, Operator.EQUAL, List.of(value)));
    }
}
