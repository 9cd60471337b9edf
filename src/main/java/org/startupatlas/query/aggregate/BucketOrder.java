package org.startupatlas.query.aggregate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The order of buckets: by calendar interval if there is one; then buckets with an unknown value after the others, the
 * largest count first; finally by value.
 */
final class BucketOrder implements Comparator<Map.Entry<List<Object>, GroupStats>> {

    private static final Comparator<Object> BY_VALUE = Comparator.nullsLast(BucketOrder::compareValues);

    private final List<Dimension> dimensions;

    BucketOrder(List<Dimension> dimensions) {
        this.dimensions = List.copyOf(dimensions);
    }

    @Override
    public int compare(Map.Entry<List<Object>, GroupStats> one, Map.Entry<List<Object>, GroupStats> other) {
        int byTime = compare(one.getKey(), other.getKey(), true);
        if (byTime != 0) {
            return byTime;
        }
        int byKnown = Boolean.compare(hasNull(one), hasNull(other));
        if (byKnown != 0) {
            return byKnown;
        }
        int byCount = Long.compare(other.getValue().count(), one.getValue().count());
        return byCount != 0 ? byCount : compare(one.getKey(), other.getKey(), false);
    }

    private static boolean hasNull(Map.Entry<List<Object>, GroupStats> bucket) {
        return bucket.getKey().stream().anyMatch(Objects::isNull);
    }

    private int compare(List<Object> one, List<Object> other, boolean onlyIntervals) {
        for (int i = 0; i < dimensions.size(); i++) {
            int byValue = onlyIntervals && dimensions.get(i).interval() == null
                    ? 0
                    : BY_VALUE.compare(one.get(i), other.get(i));
            if (byValue != 0) {
                return byValue;
            }
        }
        return 0;
    }

    /** Compares integers numerically and everything else by its text; the texts of calendar intervals sort by time. */
    private static int compareValues(Object one, Object other) {
        return one instanceof Integer number
                ? number.compareTo((Integer) other)
                : one.toString().compareTo(other.toString());
    }
}
