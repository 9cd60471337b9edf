package org.startupatlas.query;

import java.util.List;
import java.util.Optional;

/**
 * A request for changes, read and checked.
 *
 * @param resource of whose records, or empty for all
 * @param condition what a record must satisfy before or after a change
 * @param since only changes behind this moment; empty where the request does not say
 * @param limit at most so many changes
 * @param format of the answer
 */
public record ChangesQuery(
        Optional<Declaration> resource, Condition condition, Optional<Moment> since, int limit, Format format) {

    /** The fewest changes that may be asked for at a time. */
    public static final int LEAST_LIMIT = 1;

    /** The most changes that may be asked for at a time: a few megabytes of records. */
    public static final int GREATEST_LIMIT = 1_000;

    /** How many changes there are at a time when the request does not say. */
    public static final int DEFAULT_LIMIT = 100;

    /** The formats that changes can have. */
    public static final List<Format> FORMATS = List.of(Format.JSON, Format.NDJSON);

    /** Whether only some records' changes are asked for. */
    public boolean isFiltered() {
        return !condition.equals(Condition.ALWAYS);
    }

    /** The moment to begin behind; the beginning of the log where the request does not say. */
    public Moment start() {
        return since.orElse(Moment.ofRevision("since", 0));
    }
}
