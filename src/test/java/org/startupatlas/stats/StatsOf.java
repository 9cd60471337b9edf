package org.startupatlas.stats;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.startupatlas.resource.fundinground.FundingRoundRecord;
import org.startupatlas.testing.Atlas;

/**
 * The JSON of statistics.
 *
 * @param data the rows, each by column
 * @param meta the revision, license, language and total
 */
record StatsOf(List<LinkedHashMap<String, Object>> data, Meta meta) {
    /** Properties of all rows; {@code lang} is null if no labels were requested. */
    record Meta(long revision, String license, String lang, long total) {}

    static final String FUNDING_ROUNDS = "/v1/stats/funding_rounds";

    /** Returns the records counted by {@link #FUNDING_ROUNDS}. */
    static List<FundingRoundRecord> fundingRounds() {
        return Atlas.walk(FundingRoundRecord.class, "/v1/funding_rounds?limit=200");
    }

    /** Reads a path. */
    static StatsOf at(String path) {
        return Atlas.one(StatsOf.class, path);
    }

    /** Returns the counts by the values of columns; null is unknown. */
    Map<List<Object>, Long> counts(String... columns) {
        Map<List<Object>, Long> counts = new HashMap<>();
        for (Map<String, Object> row : data) {
            Long before = counts.put(values(row, columns), number(row, "count").longValueExact());
            if (before != null) {
                throw new AssertionError("a group in two rows: " + row);
            }
        }
        return counts;
    }

    /** Returns the only row with given values. */
    Map<String, Object> row(List<String> columns, Object... values) {
        List<LinkedHashMap<String, Object>> found = data.stream()
                .filter(row -> values(row, columns.toArray(String[]::new)).equals(Arrays.asList(values)))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " rows with " + Arrays.toString(values) + " in " + data);
        }
        return found.get(0);
    }

    /** Returns the values of a column in order. */
    List<Object> column(String name) {
        return Arrays.asList(data.stream().map(row -> row.get(name)).toArray());
    }

    static List<Object> values(Map<String, Object> row, String... columns) {
        return Arrays.asList(Arrays.stream(columns).map(row::get).toArray());
    }

    /** Returns the exact number of a column, or null. */
    static BigDecimal number(Map<String, Object> row, String column) {
        Object figure = row.get(column);
        return figure == null ? null : new BigDecimal(figure.toString());
    }
}
