package org.startupatlas.query;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.startupatlas.query.Field.Shape;

/** Finds records by the records that they name: who refers to a record, and whose a record is. */
@Singleton
public final class Referrers {

    /**
     * A record that names another.
     *
     * @param declaration its resource
     * @param id a UUID or a word
     * @param slug its name in URLs
     * @param field the dotted name of the field in which it does
     */
    public record Referrer(Declaration declaration, Object id, String slug, String field) {}

    private final Register register;
    private final DataSource database;

    /** Looks among the registered resources. */
    public Referrers(Register register, DataSource database) {
        this.register = register;
        this.database = database;
    }

    /**
     * The records that name this one, in the order of resources, fields and ids.
     *
     * @param most so many of each field at most
     */
    public List<Referrer> of(Declaration target, Object id, int most) {
        List<Referrer> referrers = new ArrayList<>();
        for (Declaration declaration : register.declarations()) {
            for (Map.Entry<String, Path> own : register.ownPaths(declaration).entrySet()) {
                if (target.resource().equals(own.getValue().field().target())) {
                    referrers.addAll(naming(declaration, own.getValue(), id, most));
                }
            }
        }
        return referrers;
    }

    private List<Referrer> naming(Declaration declaration, Path path, Object id, int most) {
        Sql sql = new Sql().append("SELECT r.id, r.slug FROM " + declaration.table() + " r WHERE ");
        new ConditionSql(sql).write("r", equal(path, id));
        sql.append(" ORDER BY r.id LIMIT ").bind(most);
        return Databases.read(database, connection -> {
            List<Referrer> found = new ArrayList<>();
            Databases.query(
                    connection,
                    sql,
                    row -> found.add(new Referrer(
                            declaration, RecordReader.id(row, 1, declaration), row.getString(2), path.name())));
            return found;
        });
    }

    /** Whether a dotted path leads from the record to that partner. */
    public boolean belongs(Declaration declaration, String path, Object id, Object partner) {
        Path owner = register.reach(declaration, path);
        Sql sql = new Sql()
                .append("SELECT COUNT(*) FROM " + declaration.table() + " r WHERE r.id = ")
                .bind(id)
                .append(" AND ");
        new ConditionSql(sql).write("r", equal(owner, partner));
        return Databases.read(database, connection -> Databases.number(connection, sql)) > 0;
    }

    /** Another record that has the same values in these plain fields. */
    public List<Object> twins(Declaration declaration, List<String> fields, List<Object> values, Object id) {
        Sql sql = new Sql()
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
        return Databases.read(database, connection -> {
            List<Object> ids = new ArrayList<>();
            Databases.query(connection, sql, row -> ids.add(RecordReader.id(row, 1, declaration)));
            return ids;
        });
    }

    /** The records that name another in a plain reference. */
    public List<Row> naming(Declaration declaration, String reference, Object id) {
        Path named = register.ownPaths(declaration).get(reference);
        Sql sql = new Sql()
                .append(RecordReader.select(declaration) + " WHERE " + named.column() + " = ")
                .bind(id)
                .append(" ORDER BY id");
        return Databases.read(database, connection -> RecordReader.rows(connection, declaration, sql));
    }

    /** The codes of a vocabulary that records hold, wherever they may. */
    public Set<String> codesInUse(String vocabulary) {
        Set<String> codes = new TreeSet<>();
        for (Declaration declaration : register.declarations()) {
            for (Path path : register.ownPaths(declaration).values()) {
                if (vocabulary.equals(path.field().vocabulary())) {
                    addCodes(declaration, path, codes);
                }
            }
        }
        return codes;
    }

    private void addCodes(Declaration declaration, Path path, Set<String> codes) {
        String table = path.steps().isEmpty()
                ? declaration.table()
                : ((Step.Into) path.steps().get(0)).table();
        Sql sql = new Sql()
                .append("SELECT DISTINCT " + path.column() + " FROM " + table + " WHERE " + path.column()
                        + " IS NOT NULL");
        Databases.read(database, connection -> {
            Databases.query(connection, sql, row -> {
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

    private static Condition equal(Path path, Object value) {
        return Conditions.reached(path, 0, last -> new Condition.Compares(last, Operator.EQUAL, List.of(value)));
    }
}
