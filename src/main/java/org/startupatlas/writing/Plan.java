package org.startupatlas.writing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.change.Candidate;
import org.startupatlas.change.PendingChange;
import org.startupatlas.change.Stored;
import org.startupatlas.query.Declaration;

/**
 * What a write is about to do, in its transaction.
 *
 * @param id the record that it is about
 * @param before that record, or null when it is new
 * @param staysOwned whether the record is there afterwards, so that it can be answered
 * @param own the change that gives that record its next version, or null when it stays as it is or goes
 * @param changes all of them, in the order of their revisions
 * @param reach what a redaction reached; null of any other write
 */
record Plan(
        Object id,
        Stored before,
        boolean staysOwned,
        PendingChange own,
        List<PendingChange> changes,
        RedactionReach reach) {

    Plan {
        changes = List.copyOf(changes);
    }

    static Plan created(Declaration declaration, Candidate record, PendingChange change) {
        String id = record.json().get("id").textValue();
        return new Plan(
                declaration.hasWordsAsIds() ? id : UUID.fromString(id), null, true, change, List.of(change), null);
    }

    static Plan changed(Stored before, Optional<PendingChange> change) {
        return new Plan(
                before.id(), before, true, change.orElse(null), change.stream().toList(), null);
    }

    static Plan gone(Stored before, PendingChange change) {
        return new Plan(before.id(), before, false, null, List.of(change), null);
    }

    static Plan merged(Stored survivor, PendingChange own, List<PendingChange> changes) {
        return new Plan(survivor.id(), survivor, true, own, changes, null);
    }

    static Plan redacted(
            Object id, Stored before, PendingChange own, List<PendingChange> changes, RedactionReach reach) {
        return new Plan(id, before, before != null, own, changes, reach);
    }
}
