package org.startupatlas.query.filter;

import java.util.List;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.SqlBuilder;

/** Writes a condition as SQL on the table with the given alias. */
public final class ConditionSql {

    private final SqlBuilder sql;

    public ConditionSql(SqlBuilder sql) {
        this.sql = sql;
    }

    /** Returns the statement that selects from the records, with the alias {@code r}, that satisfy a condition. */
    public static SqlBuilder select(String columns, ResourceSchema schema, Condition condition) {
        SqlBuilder sql = new SqlBuilder().append("SELECT " + columns + " FROM " + schema.table() + " r WHERE ");
        new ConditionSql(sql).write("r", condition);
        return sql;
    }

    public void write(String alias, Condition condition) {
        if (condition instanceof Condition.And and) {
            writeAnd(alias, and.conditions());
        } else if (condition instanceof Condition.Or or) {
            writeOr(alias, or);
        } else if (condition instanceof Condition.Not not) {
            writeNot(alias, not.condition());
        } else if (condition instanceof Condition.Joined joined) {
            new JoinSql(sql).writeExists(alias, joined.join(), inner -> write(inner, joined.condition()));
        } else if (condition instanceof Condition.Comparison comparison) {
            FieldPath path = comparison.path();
            path.field().type().writeSql(sql, comparison.operator(), alias + "." + path.column(), comparison.values());
        } else if (condition instanceof Condition.Exists exists) {
            writeExists(alias, exists.path());
        } else if (condition instanceof Condition.IdIn idIn) {
            writeIdIn(alias, idIn);
        } else {
            throw new IllegalArgumentException("no SQL for " + condition);
        }
    }

    private void writeNot(String alias, Condition condition) {
        if (condition instanceof Condition.Joined) {
            sql.append("NOT ");
            write(alias, condition);
        } else {
            // NOT of an unknown comparison is unknown, so rows without a value would not match.
            sql.append("(");
            write(alias, condition);
            sql.append(") IS NOT TRUE");
        }
    }

    /** Writes a UNION of the alternatives, because no index serves an OR. */
    private void writeOr(String alias, Condition.Or or) {
        if (or.conditions().size() == 1) {
            write(alias, or.conditions().get(0));
            return;
        }
        sql.append(alias + ".id IN (");
        for (int i = 0; i < or.conditions().size(); i++) {
            String each = sql.newAlias();
            sql.append((i == 0 ? "" : " UNION ALL ") + "SELECT " + each + ".id FROM " + or.table() + " " + each
                    + " WHERE ");
            write(each, or.conditions().get(i));
        }
        sql.append(")");
    }

    private void writeAnd(String alias, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            sql.append("1 = 1");
            return;
        }
        sql.append("(");
        for (int i = 0; i < conditions.size(); i++) {
            sql.append(i == 0 ? "" : " AND ");
            write(alias, conditions.get(i));
        }
        sql.append(")");
    }

    /** Binds all ids as one array, because a statement can have at most 65,535 bound values. */
    private void writeIdIn(String alias, Condition.IdIn idIn) {
        String[] ids = idIn.ids().stream().map(Object::toString).toArray(String[]::new);
        sql.append(alias + ".id = ANY(CAST(").bind(ids).append(idIn.hasCodeIds() ? " AS VARCHAR" : " AS UUID");
        sql.append(" ARRAY))");
    }

    private void writeExists(String alias, FieldPath path) {
        if (path.field().shape() == Field.Shape.OBJECTS) {
            sql.append("1 = 1"); // the join has found an element already
            return;
        }
        List<String> columns = path.field().shape() == Field.Shape.OBJECT
                ? ResourceSchema.columnsOf(path.field())
                : List.of(path.field().type().mainColumn(path.column()));
        sql.append("(");
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i == 0 ? "" : " OR ").append(alias + "." + columns.get(i) + " IS NOT NULL");
        }
        sql.append(")");
    }
}
