package org.startupatlas.query.filter;

import java.util.ArrayList;
import java.util.List;
import org.startupatlas.schema.FieldPath;
import org.startupatlas.schema.Join;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.SqlBuilder;

/**
 * Writes a subquery that relates parents to the records of a relation: distinct rows of {@code parent} and {@code id}.
 * It is one set-based statement, so that its cost depends on the data and not on the number of parents.
 */
public final class JoinSql {

    private final SqlBuilder sql;

    public JoinSql(SqlBuilder sql) {
        this.sql = sql;
    }

    /** Appends {@code (SELECT DISTINCT parent, id …)}. */
    public void write(ResourceSchema target, List<FieldPath> links, List<?> parents) {
        sql.append("(SELECT DISTINCT parent, id FROM (");
        for (int i = 0; i < links.size(); i++) {
            sql.append(i == 0 ? "" : " UNION ALL ");
            writeLink(target, links.get(i), parents);
        }
        sql.append(") each_link)");
    }

    /** Writes the target's table, joined along the path to the column that holds the parent's id. */
    private void writeLink(ResourceSchema target, FieldPath link, List<?> parents) {
        List<String> aliases = new ArrayList<>(List.of(sql.newAlias()));
        link.joins().forEach(join -> aliases.add(sql.newAlias()));
        String parent = aliases.get(aliases.size() - 1) + "." + link.column();
        sql.append("SELECT " + parent + " AS parent, " + aliases.get(0) + ".id AS id FROM " + target.table() + " "
                + aliases.get(0));
        for (int i = 0; i < link.joins().size(); i++) {
            writeJoin(aliases.get(i), link.joins().get(i), aliases.get(i + 1));
        }
        sql.append(" WHERE " + parent + " IN ").bindList(parents);
    }

    private void writeJoin(String alias, Join join, String joinedAlias) {
        if (join instanceof Join.Elements elements) {
            sql.append(" JOIN " + elements.table() + " " + joinedAlias + " ON " + joinedAlias + ".owner = " + alias
                    + ".id");
        } else if (join instanceof Join.Reference reference) {
            sql.append(" JOIN " + reference.table() + " " + joinedAlias + " ON " + joinedAlias + ".id = " + alias + "."
                    + reference.column());
        } else {
            Join.Referrers referrers = (Join.Referrers) join;
            sql.append(" JOIN " + referrers.table() + " " + joinedAlias + " ON ");
            new ConditionSql(sql).writeLinks(joinedAlias, referrers.links(), alias + ".id");
        }
    }
}
