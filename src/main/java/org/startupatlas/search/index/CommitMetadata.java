package org.startupatlas.search.index;

import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.Version;
import org.startupatlas.search.index.ChangeApplier.State;

/**
 * The user data of an index commit, which decides whether the index can be reused.
 *
 * @param position the position in the log up to which changes are in the index; none after it is
 * @param knowsLabels whether the labels of codes in the index are current as of that position
 */
record CommitMetadata(LogPosition position, boolean knowsLabels) {

    /**
     * The version of the index format. Incremented whenever a record of the same schema would be indexed differently:
     * other fields, other terms, other texts ({@code IndexFormatTest} detects this).
     */
    static final int FORMAT = 2;

    /** Includes the Java version, because Unicode letters and their decomposition depend on it. */
    private static final String WRITTEN_BY = FORMAT + ", Lucene " + Version.LATEST + ", Java "
            + Runtime.version().feature();

    private static final String WRITER = "written_by";
    private static final String SCHEMAS = "schemas";
    private static final String REVISION = "revision";
    private static final String CHANGE = "change";
    private static final String LABELS = "knows_labels";

    /** Returns the metadata of a state. */
    static CommitMetadata of(State state) {
        return new CommitMetadata(state.position(), state.knowsLabels());
    }

    /**
     * Returns the metadata as Lucene's commit data.
     *
     * @param schemas the fingerprint of the schemas: a migration may fill a new field of stored records
     */
    Map<String, String> entries(String schemas) {
        return Map.of(
                WRITER, WRITTEN_BY,
                SCHEMAS, schemas,
                REVISION, String.valueOf(position.revision()),
                CHANGE, position.change(),
                LABELS, String.valueOf(knowsLabels));
    }

    /** Reads the metadata from commit data; empty if the format, the schemas, Lucene or Java version differs. */
    static Optional<CommitMetadata> of(Map<String, String> entries, String schemas) {
        return WRITTEN_BY.equals(entries.get(WRITER)) && schemas.equals(entries.get(SCHEMAS))
                ? Optional.of(new CommitMetadata(
                        new LogPosition(Long.parseLong(entries.get(REVISION)), entries.get(CHANGE)),
                        Boolean.parseBoolean(entries.get(LABELS))))
                : Optional.empty();
    }
}
