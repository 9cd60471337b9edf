package org.startupatlas.search.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.changelog.read.ChangeReader;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;

/**
 * Applies changes of the log to an index, one batch at a time. They become searchable with the next
 * {@link RecordIndex#refresh}.
 */
@Singleton
public final class ChangeApplier {

    /** The resources whose records contain the labels of codes. */
    private static final List<String> LABEL_RESOURCES = List.of(ResourceSchema.VOCABULARIES, ResourceSchema.COUNTRIES);

    /** A batch is indexed in some ten milliseconds, and 500 large records still fit into a small heap. */
    private static final int BATCH_SIZE = 500;

    /** The index needs only the current records. */
    private static final ChangeReader.Parts PARTS = new ChangeReader.Parts(true, false, false);

    private final ChangeReader log;
    private final SchemaRegistry schemas;
    private final ObjectMapper json;

    ChangeApplier(ChangeReader log, SchemaRegistry schemas, ObjectMapper json) {
        this.log = log;
        this.schemas = schemas;
        this.json = json;
    }

    /**
     * An index and the changes it contains.
     *
     * @param position the position in the log up to which changes are applied
     * @param knowsLabels whether the labels of codes in the index are current as of that position
     */
    public record State(RecordIndex index, LogPosition position, boolean knowsLabels) {

        /** Returns the revision up to which changes are applied. */
        public long revision() {
            return position.revision();
        }
    }

    /**
     * Applies changes up to a revision, or as many as possible until the deadline, and returns the new state.
     *
     * @param deadline a value of {@link System#nanoTime}
     */
    State applyUpTo(State state, long revision, long deadline) throws IOException {
        State next = state;
        long before;
        do {
            before = next.revision();
            next = applyNextBatch(next);
        } while (next.revision() < revision && next.revision() > before && System.nanoTime() - deadline < 0);
        return next;
    }

    /** Applies the next batch of changes and returns the new state; the same state if there are none. */
    State applyNextBatch(State state) throws IOException {
        ChangePage page = log.readAfter(
                        PointInTime.ofRevision("since", state.revision()), Optional.empty(), PARTS, BATCH_SIZE)
                .page(BATCH_SIZE);
        boolean knowsLabels = state.knowsLabels();
        for (LoggedChange change : page.changes()) {
            apply(state.index(), change);
            knowsLabels &= !LABEL_RESOURCES.contains(change.resource());
        }
        LogPosition position = page.changes().isEmpty()
                ? state.position()
                : LogPosition.of(page.changes().get(page.changes().size() - 1));
        return new State(state.index(), position, knowsLabels);
    }

    private void apply(RecordIndex index, LoggedChange change) throws IOException {
        if (change.document() == null) {
            index.remove(change.resource(), change.recordId());
        } else {
            index.replace(schemas.get(change.resource()), RecordJson.read(json, change.document()));
        }
    }
}
