package org.startupatlas.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** Reads statistics: two statements that see the same moment, whatever is asked. */
public final class StatsReader {

    /**
     * The most groups of records stored alike that are merged to rows, in memory: lists that differ are different
     * groups, and for a median each number is one.
     */
    public static final int MOST_GROUPS = 200_000;

    private final DataSource database;

    /** Reads from this database. */
    public StatsReader(DataSource database) {
        this.database = database;
    }

    /**
     * The statistics that the query asks for.
     *
     * @throws InvalidQuery if they have more rows than an answer can have
     */
    public Stats read(StatsQuery query) {
        return Databases.readAtOnce(database, connection -> {
            long[] revisionAndTotal = new long[2];
            Databases.query(connection, total(query), row -> {
                revisionAndTotal[0] = row.getLong(1);
                revisionAndTotal[1] = row.getLong(2);
            });
            return new Stats(revisionAndTotal[0], revisionAndTotal[1], rows(connection, query));
        });
    }

    private static Sql total(StatsQuery query) {
        Sql sql = new Sql()
                .append("SELECT (SELECT revision FROM log_head), COUNT(*) FROM "
                        + query.declaration().table() + " r WHERE ");
        new ConditionSql(sql).write("r", query.condition());
        return sql;
    }

    private static List<Stats.Row> rows(Connection connection, StatsQuery query) throws SQLException {
        List<Dimension> dimensions = query.dimensions();
        List<Measure> measures = query.metrics().stream()
                .map(Metric::measure)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<List<Object>, Tally> tallies = tallies(connection, query, dimensions, measures);
        return tallies.entrySet().stream()
                .sorted(new RowOrder(dimensions))
                .map(row -> new Stats.Row(
                        row.getKey(),
                        query.metrics().stream()
                                .map(metric -> row.getValue().figure(metric, measures))
                                .toList()))
                .toList();
    }

    private static Map<List<Object>, Tally> tallies(
            Connection connection, StatsQuery query, List<Dimension> dimensions, List<Measure> measures)
            throws SQLException {
        boolean median = query.metrics().stream().anyMatch(metric -> metric.aggregate() == Aggregate.MEDIAN);
        Groups groups = new Groups(query.declaration(), query.condition(), dimensions, measures, median);
        Map<List<Object>, Tally> tallies = new HashMap<>();
        if (dimensions.isEmpty()) {
            tallies.put(List.of(), new Tally(measures.size())); // also of no records there is one row
        }
        int[] read = new int[1];
        // One more than is merged tells that there are too many.
        Databases.query(connection, groups.sql().append(" LIMIT " + (MOST_GROUPS + 1)), row -> {
            refuseBeyond(MOST_GROUPS, ++read[0], median ? "metrics" : "group_by");
            Groups.Group group = groups.read(row);
            for (List<Object> values : combinations(group.values())) {
                tallies.computeIfAbsent(values, key -> new Tally(measures.size()))
                        .add(group);
                refuseBeyond(StatsQuery.MOST_ROWS, tallies.size(), "group_by");
            }
        });
        return tallies;
    }

    private static void refuseBeyond(int most, int count, String parameter) {
        if (count > most) {
            throw new InvalidQuery(List.of(Violation.of(parameter, "too-many-groups", String.valueOf(most))));
        }
    }

    /** One value of each dimension, in every way. */
    private static List<List<Object>> combinations(List<List<Object>> values) {
        List<List<Object>> combinations = List.of(List.of());
        for (List<Object> each : values) {
            List<List<Object>> longer = new ArrayList<>(combinations.size() * each.size());
            for (List<Object> begun : combinations) {
                for (Object value : each) {
                    List<Object> combination = new ArrayList<>(begun);
                    combination.add(value);
                    longer.add(combination);
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}
