package org.startupatlas.write;

import java.util.List;
import java.util.Optional;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.PendingChange;
import org.startupatlas.changelog.ValidatedRecord;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.request.RedactionReach;

/**
 * The changes that a write is going to make in its transaction.
 *
 * @param id the id of the written record
 * @param before that record, or null if it is new
 * @param remains whether the record exists afterwards, so that the response can contain it
 * @param ownChange the change that gives that record its next version; null if the record is unchanged or deleted
 * @param changes all changes, in the order of their revisions
 * @param reach what a redaction reached; null for any other write
 */
public record WritePlan(
        Object id,
        LockedRecord before,
        boolean remains,
        PendingChange ownChange,
        List<PendingChange> changes,
        RedactionReach reach) {

    public WritePlan {
        changes = List.copyOf(changes);
    }

    static WritePlan created(ResourceSchema schema, ValidatedRecord record, PendingChange change) {
        String id = record.json().get("id").textValue();
        return new WritePlan(schema.id(id), null, true, change, List.of(change), null);
    }

    static WritePlan changed(LockedRecord before, Optional<PendingChange> change) {
        return new WritePlan(
                before.id(), before, true, change.orElse(null), change.stream().toList(), null);
    }

    static WritePlan deleted(LockedRecord before, PendingChange change) {
        return new WritePlan(before.id(), before, false, null, List.of(change), null);
    }

    static WritePlan merged(LockedRecord survivor, PendingChange ownChange, List<PendingChange> changes) {
        return new WritePlan(survivor.id(), survivor, true, ownChange, changes, null);
    }

    public static WritePlan redacted(
            Object id,
            LockedRecord before,
            PendingChange ownChange,
            List<PendingChange> changes,
            RedactionReach reach) {
        return new WritePlan(id, before, before != null, ownChange, changes, reach);
    }
}
