package org.startupatlas.query.facet;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.ConditionSql;
import org.startupatlas.query.filter.Conditions;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Join;
import org.startupatlas.schema.OperatorRules;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.type.Operator;
import org.startupatlas.schema.type.ValueTypes;
import org.startupatlas.sql.Jdbc;
import org.startupatlas.sql.SqlBuilder;

/** Counts, field by field, the records that have a value, and those that have a reason for its absence. */
@Singleton
public final class FieldCounter {

    private final SchemaRegistry registry;
    private final DataSource database;

    public FieldCounter(SchemaRegistry registry, DataSource database) {
        this.registry = registry;
        this.database = database;
    }

    /**
     * The counts of one resource.
     *
     * @param records the number of records
     * @param known the number of records with a value, by field, in the order of the schema
     * @param absent the number of records without a value for a reason, by field and reason
     */
    public record FieldCounts(long records, Map<String, Long> known, Map<String, Map<String, Long>> absent) {}

    /**
     * The counts of several resources.
     *
     * @param revision the revision at which they were counted
     */
    public record Counts(long revision, Map<ResourceSchema, FieldCounts> byResource) {}

    /** Counts the fields of resources that a record may lack, and the dates in its lists, all at one revision. */
    public Counts count(Collection<ResourceSchema> schemas) {
        return Jdbc.readSnapshot(database, connection -> {
            Map<ResourceSchema, FieldCounts> counts = new LinkedHashMap<>();
            for (ResourceSchema schema : schemas) {
                counts.put(schema, count(connection, schema));
            }
            return new Counts(RecordLookup.revision(connection), counts);
        });
    }

    private FieldCounts count(Connection connection, ResourceSchema schema) throws SQLException {
        Map<String, FieldPath> fields = new LinkedHashMap<>();
        Map<String, FieldPath> dates = new LinkedHashMap<>();
        registry.ownPaths(schema).forEach((name, path) -> {
            if (OperatorRules.operators(path).contains(Operator.ABSENT)) {
                fields.put(name, path);
            } else if (isDateOfElements(path)) {
                dates.put(name, path);
            }
        });
        Map<String, Long> known = new LinkedHashMap<>();
        long records = countColumns(connection, schema, fields, known);
        for (FieldPath path : fields.values()) {
            if (!path.joins().isEmpty()) {
                known.put(path.name(), countOwners(connection, (Join.Elements)
                        path.joins().get(0)));
            }
        }
        for (FieldPath path : dates.values()) {
            Condition hasOne = Conditions.atEnd(path, 0, Condition.Exists::new);
            known.put(path.name(), Jdbc.number(connection, ConditionSql.select("COUNT(*)", schema, hasOne)));
        }
        return new FieldCounts(records, known, countAbsent(connection, schema, fields));
    }

    /** Returns whether elements of a list have the date, such as the day on which applications for an edition close. */
    private static boolean isDateOfElements(FieldPath path) {
        return !path.joins().isEmpty() && path.field().type() == ValueTypes.PARTIAL_DATE;
    }

    /** Counts all columns of the record's own table in one scan; lists in tables of their own get their place. */
    private static long countColumns(
            Connection connection, ResourceSchema schema, Map<String, FieldPath> fields, Map<String, Long> known)
            throws SQLException {
        SqlBuilder sql = new SqlBuilder().append("SELECT COUNT(*)");
        List<String> counted = new ArrayList<>();
        for (FieldPath path : fields.values()) {
            known.put(path.name(), 0L);
            if (path.joins().isEmpty()) {
                counted.add(path.name());
                sql.append(", COUNT(CASE WHEN ");
                new ConditionSql(sql).write("r", new Condition.Exists(path));
                sql.append(" THEN 1 END)");
            }
        }
        long[] records = new long[1];
        Jdbc.query(connection, sql.append(" FROM " + schema.table() + " r"), row -> {
            records[0] = row.getLong(1);
            for (int i = 0; i < counted.size(); i++) {
                known.put(counted.get(i), row.getLong(i + 2));
            }
        });
        return records[0];
    }

    private static long countOwners(Connection connection, Join.Elements elements) throws SQLException {
        return Jdbc.number(
                connection, new SqlBuilder().append("SELECT COUNT(DISTINCT owner) FROM " + elements.table()));
    }

    /** Only the reasons that claims give are counted: a filter for each field and reason would be many statements. */
    private Map<String, Map<String, Long>> countAbsent(
            Connection connection, ResourceSchema schema, Map<String, FieldPath> fields) throws SQLException {
        Map<String, FieldPath> own = registry.ownPaths(schema);
        Map<String, Map<String, Long>> absent = new LinkedHashMap<>();
        List<String[]> given = new ArrayList<>();
        Jdbc.query(
                connection,
                new SqlBuilder()
                        .append("SELECT DISTINCT field, absent FROM " + schema.table() + "_provenance"
                                + " WHERE absent IS NOT NULL ORDER BY field, absent"),
                row -> given.add(new String[] {row.getString(1), row.getString(2)}));
        for (String[] each : given) {
            FieldPath path = fields.get(each[0]);
            if (path != null) {
                Condition condition = Conditions.of(List.of(Conditions.FieldFilter.absent(
                        path, List.of(each[1]), own.get("provenance.field"), own.get("provenance.absent"))));
                absent.computeIfAbsent(each[0], none -> new LinkedHashMap<>())
                        .put(each[1], Jdbc.number(connection, ConditionSql.select("COUNT(*)", schema, condition)));
            }
        }
        return absent;
    }
}
