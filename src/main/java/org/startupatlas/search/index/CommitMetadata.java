package org.startupatlas.search.index;

import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.Version;
import org.startupatlas.search.index.ChangeApplier.State;

/**
 * What is written with an index that is kept, and decides whether it can be taken up again.
 *
 * @param place up to where it knows the log; nothing behind it is in the index
 * @param knowsLabels whether it knows what codes were called there
 */
record CommitMetadata(LogPosition place, boolean knowsLabels) {

    /**
     * Raised whenever the same record would be indexed otherwise: other fields, other terms, other texts of records
     * ({@code IndexFormatTest} tells).
     */
    static final int FORMAT = 2;

    /** What letters are, and how they are decomposed, depends on the Java that runs. */
    private static final String WRITTEN_BY = FORMAT + ", Lucene " + Version.LATEST + ", Java "
            + Runtime.version().feature();

    private static final String WRITER = "written_by";
    private static final String REVISION = "revision";
    private static final String CHANGE = "change";
    private static final String LABELS = "knows_labels";

    /** What is written of a state with its index. */
    static CommitMetadata of(State state) {
        return new CommitMetadata(state.place(), state.knowsLabels());
    }

    /** As Lucene keeps it with what is committed. */
    Map<String, String> entries() {
        return Map.of(
                WRITER, WRITTEN_BY,
                REVISION, String.valueOf(place.revision()),
                CHANGE, place.change(),
                LABELS, String.valueOf(knowsLabels));
    }

    /** What was kept; empty if it was not written by just this. */
    static Optional<CommitMetadata> of(Map<String, String> entries) {
        return WRITTEN_BY.equals(entries.get(WRITER))
                ? Optional.of(new CommitMetadata(
                        new LogPosition(Long.parseLong(entries.get(REVISION)), entries.get(CHANGE)),
                        Boolean.parseBoolean(entries.get(LABELS))))
                : Optional.empty();
    }
}
