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
 * Statistics as the API answers them.
 *
 * @param data the rows, each by column
 * @param meta what they are of
 */
record StatsOf(List<LinkedHashMap<String, Object>> data, Meta meta) {
    /** What statistics are of; {@code lang} is null when no labels were asked for. */
    record Meta(long revision, String license, String lang, long total) {}

    static final String FUNDING_ROUNDS = "/v1/stats/funding_rounds";

    /** The records of which {@link #FUNDING_ROUNDS} are the statistics. */
    static List<FundingRoundRecord> fundingRounds() {
        return Atlas.walk(FundingRoundRecord.class, "/v1/funding_rounds?limit=200");
    }

    /** What a path answers. */
    static StatsOf at(String path) {
        return Atlas.one(StatsOf.class, path);
    }

    /** How many records there are, by the values of these columns; null is unknown. */
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

    /** The one row with these values in these columns. */
    Map<String, Object> row(List<String> columns, Object... values) {
        List<LinkedHashMap<String, Object>> found = data.stream()
                .filter(row -> values(row, columns.toArray(String[]::new)).equals(Arrays.asList(values)))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " rows with " + Arrays.toString(values) + " in " + data);
        }
        return found.get(0);
    }

    /** All values of a column, in their order. */
    List<Object> column(String name) {
        return Arrays.asList(data.stream().map(row -> row.get(name)).toArray());
    }

    static List<Object> values(Map<String, Object> row, String... columns) {
        return Arrays.asList(Arrays.stream(columns).map(row::get).toArray());
    }

    /** A figure, exactly; null where there is none. */
    static BigDecimal number(Map<String, Object> row, String column) {
        Object figure = row.get(column);
        return figure == null ? null : new BigDecimal(figure.toString());
    }
}
