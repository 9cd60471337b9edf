package org.startupatlas.query.filter;

import java.util.List;
import java.util.function.Consumer;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Join;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.SqlBuilder;

/** Writes joins as SQL: as semi-joins of conditions, as outer joins of groups, and as the pairs of a relation. */
public final class JoinSql {

    private final SqlBuilder sql;

    public JoinSql(SqlBuilder sql) {
        this.sql = sql;
    }

    /**
     * Writes the condition that a joined row exists.
     *
     * @param alias the table that is joined from
     * @param inner writes what the joined row must satisfy, on the table with the given alias
     */
    void writeExists(String alias, Join join, Consumer<String> inner) {
        String joined = sql.newAlias();
        sql.append("EXISTS (SELECT 1 FROM " + join.table() + " " + joined + " WHERE ");
        writeOn(alias, join, joined);
        sql.append(" AND ");
        inner.accept(joined);
        sql.append(")");
    }

    /** Appends outer joins, which keep rows without a counterpart, and returns the alias of the last table. */
    public String writeOuterJoins(String alias, List<Join> joins) {
        return writeJoins("LEFT JOIN", alias, joins);
    }

    private String writeJoins(String keyword, String alias, List<Join> joins) {
        String last = alias;
        for (Join join : joins) {
            String joined = sql.newAlias();
            sql.append(" " + keyword + " " + join.table() + " " + joined + " ON ");
            writeOn(last, join, joined);
            last = joined;
        }
        return last;
    }

    /**
     * Appends {@code (SELECT DISTINCT parent, id …)}, which relates parents to the records of a relation. It is one
     * set-based statement, so that its cost depends on the data and not on the number of parents.
     */
    public void writePairs(ResourceSchema target, List<FieldPath> links, List<?> parents) {
        sql.append("(SELECT DISTINCT parent, id FROM (");
        for (int i = 0; i < links.size(); i++) {
            SqlBuilder from = new SqlBuilder().append(" FROM " + target.table() + " r");
            String parent =
                    new JoinSql(from).writeJoins("JOIN", "r", links.get(i).joins()) + "."
                            + links.get(i).column();
            sql.append((i == 0 ? "" : " UNION ALL ") + "SELECT " + parent + " AS parent, r.id AS id")
                    .append(from)
                    .append(" WHERE " + parent + " IN ")
                    .bindList(parents);
        }
        sql.append(") each_link)");
    }

    /** Writes the condition that relates a row of the joined table to a row of the table that is joined from. */
    private void writeOn(String alias, Join join, String joined) {
        if (join instanceof Join.Elements) {
            sql.append(joined + ".owner = " + alias + ".id");
        } else if (join instanceof Join.Reference reference) {
            sql.append(joined + ".id = " + alias + "." + reference.column());
        } else {
            List<FieldPath> links = ((Join.Referrers) join).links();
            for (int i = 0; i < links.size(); i++) {
                sql.append(i == 0 ? "(" : " OR ");
                writeLink(joined, links.get(i), 0, alias + ".id");
            }
            sql.append(")");
        }
    }

    private void writeLink(String alias, FieldPath link, int depth, String target) {
        if (depth == link.joins().size()) {
            sql.append(alias + "." + link.column() + " = " + target);
        } else {
            writeExists(alias, link.joins().get(depth), inner -> writeLink(inner, link, depth + 1, target));
        }
    }
}
