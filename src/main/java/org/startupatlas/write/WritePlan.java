package org.startupatlas.write;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.PendingChange;
import org.startupatlas.changelog.ValidatedRecord;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.request.RedactionReach;

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
public record WritePlan(
        Object id,
        LockedRecord before,
        boolean staysOwned,
        PendingChange own,
        List<PendingChange> changes,
        RedactionReach reach) {

    public WritePlan {
        changes = List.copyOf(changes);
    }

    static WritePlan created(ResourceSchema declaration, ValidatedRecord record, PendingChange change) {
        String id = record.json().get("id").textValue();
        return new WritePlan(
                declaration.hasWordsAsIds() ? id : UUID.fromString(id), null, true, change, List.of(change), null);
    }

    static WritePlan changed(LockedRecord before, Optional<PendingChange> change) {
        return new WritePlan(
                before.id(), before, true, change.orElse(null), change.stream().toList(), null);
    }

    static WritePlan gone(LockedRecord before, PendingChange change) {
        return new WritePlan(before.id(), before, false, null, List.of(change), null);
    }

    static WritePlan merged(LockedRecord survivor, PendingChange own, List<PendingChange> changes) {
        return new WritePlan(survivor.id(), survivor, true, own, changes, null);
    }

    public static WritePlan redacted(
            Object id, LockedRecord before, PendingChange own, List<PendingChange> changes, RedactionReach reach) {
        return new WritePlan(id, before, before != null, own, changes, reach);
    }
}
