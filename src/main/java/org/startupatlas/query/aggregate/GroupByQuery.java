package org.startupatlas.query.aggregate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.ConditionSql;
import org.startupatlas.query.filter.JoinSql;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.sql.SqlBuilder;

/**
 * Counts records by their stored values in one statement. Lists are grouped as a whole and split into their elements
 * afterwards, because there are few distinct lists. Facets and statistics both use this query, so their counts cannot
 * differ.
 */
public final class GroupByQuery {

    /** Count, sum, minimum and maximum of each measure. */
    private static final int STATS_COLUMNS = 4;

    /**
     * A database group: the records with the same stored values.
     *
     * @param values for each dimension, the values that the records have; a single null if they have none
     * @param count the number of records
     * @param stats the statistics of each measure
     */
    public record Group(List<List<Object>> values, long count, List<NumericStats> stats) {

        public Group {
            values = List.copyOf(values);
            stats = List.copyOf(stats);
        }
    }

    private final List<Dimension> dimensions;
    private final List<Measure> measures;
    private final List<String> expressions = new ArrayList<>();
    private final SqlBuilder sql = new SqlBuilder();

    /** Creates a query that counts the records that satisfy the condition by these dimensions. */
    public GroupByQuery(ResourceSchema schema, Condition condition, List<Dimension> dimensions) {
        this(schema, condition, dimensions, List.of(), false);
    }

    /**
     * Creates a query that also computes statistics of these measures.
     *
     * @param distinctValues whether records with different values of the measures are in different groups, as a
     *     median needs
     */
    GroupByQuery(
            ResourceSchema schema,
            Condition condition,
            List<Dimension> dimensions,
            List<Measure> measures,
            boolean distinctValues) {
        this.dimensions = List.copyOf(dimensions);
        this.measures = List.copyOf(measures);
        SqlBuilder from = new SqlBuilder().append(" FROM " + schema.table() + " r");
        JoinSql joins = new JoinSql(from);
        for (Dimension dimension : dimensions) {
            expressions.addAll(dimension.expressions(
                    joins.writeOuterJoins("r", dimension.path().joins())));
        }
        from.append(" WHERE ");
        new ConditionSql(from).write("r", condition);
        sql.append("SELECT ");
        expressions.forEach(expression -> sql.append(expression + ", "));
        sql.append("COUNT(*)");
        for (Measure measure : measures) {
            String column = "r." + measure.path().column();
            sql.append(", COUNT(" + column + "), SUM(" + column + "), MIN(" + column + "), MAX(" + column + ")");
        }
        sql.append(from);
        writeGrouping(distinctValues);
    }

    private void writeGrouping(boolean distinctValues) {
        List<String> grouping = new ArrayList<>(expressions);
        if (distinctValues) {
            measures.forEach(measure -> grouping.add("r." + measure.path().column()));
        }
        if (!grouping.isEmpty()) {
            sql.append(" GROUP BY " + String.join(", ", grouping));
        }
    }

    /** Returns the statement, whose rows {@link #read} reads. */
    public SqlBuilder sql() {
        return sql;
    }

    /** Reads the group in the current row. */
    public Group read(ResultSet row) throws SQLException {
        List<List<Object>> values = new ArrayList<>(dimensions.size());
        int column = 1;
        for (Dimension dimension : dimensions) {
            values.add(dimension.values(row, column));
            column += dimension.expressions("r").size();
        }
        long count = row.getLong(column++);
        List<NumericStats> stats = new ArrayList<>(measures.size());
        for (int i = 0; i < measures.size(); i++, column += STATS_COLUMNS) {
            stats.add(new NumericStats(
                    row.getLong(column),
                    row.getBigDecimal(column + 1),
                    row.getBigDecimal(column + 2),
                    row.getBigDecimal(column + 3)));
        }
        return new Group(values, count, stats);
    }
}
