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
 * Brings indexes further along the log, a block of changes at a time. What they know is found after the next
 * {@link RecordIndex#refresh}.
 */
@Singleton
public final class ChangeApplier {

    /** The resources whose records are what others' codes are called. */
    private static final List<String> LABELS = List.of("vocabularies", ResourceSchema.COUNTRIES);

    /** A block is indexed in some ten milliseconds, and five hundred large records still fit a small heap. */
    private static final int BLOCK = 500;

    /** The index holds records as they are. */
    private static final ChangeReader.Parts PARTS = new ChangeReader.Parts(true, false, false);

    private final ChangeReader log;
    private final SchemaRegistry register;
    private final ObjectMapper json;

    ChangeApplier(ChangeReader log, SchemaRegistry register, ObjectMapper json) {
        this.log = log;
        this.register = register;
        this.json = json;
    }

    /**
     * An index, and how much it knows.
     *
     * @param place the one up to which it knows the log
     * @param knowsLabels whether it knows what codes are called since
     */
    public record State(RecordIndex index, LogPosition place, boolean knowsLabels) {

        /** The revision up to which it knows the log. */
        public long revision() {
            return place.revision();
        }
    }

    /**
     * The state when the index knows the log up to a revision, or as far as it comes until the deadline.
     *
     * @param deadline of {@link System#nanoTime}
     */
    State follow(State from, long reached, long deadline) throws IOException {
        State next = from;
        long before;
        do {
            before = next.revision();
            next = advance(next);
        } while (next.revision() < reached && next.revision() > before && System.nanoTime() - deadline < 0);
        return next;
    }

    /**
     * The state when it knows one more block of the log, the same where there is none.
     */
    State advance(State from) throws IOException {
        ChangePage page = log.readAfter(PointInTime.ofRevision("since", from.revision()), Optional.empty(), PARTS, BLOCK)
                .page(BLOCK);
        boolean knowsLabels = from.knowsLabels();
        for (LoggedChange change : page.changes()) {
            apply(from.index(), change);
            knowsLabels &= !LABELS.contains(change.resource());
        }
        LogPosition place = page.changes().isEmpty()
                ? from.place()
                : LogPosition.of(page.changes().get(page.changes().size() - 1));
        return new State(from.index(), place, knowsLabels);
    }

    private void apply(RecordIndex index, LoggedChange change) throws IOException {
        if (change.document() == null) {
            index.remove(change.resource(), change.recordId());
        } else {
            index.replace(register.get(change.resource()), RecordJson.read(json, change.document()));
        }
    }
}
