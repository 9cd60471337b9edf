package org.startupatlas.write.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.PendingChange;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.changelog.ValidatedRecord;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.sql.RetryException;
import org.startupatlas.write.MergePatch;
import org.startupatlas.write.Ownership;
import org.startupatlas.write.batch.BatchWriter.Entry;
import org.startupatlas.write.batch.RowResult.Kind;
import org.startupatlas.write.request.Actor;
import org.startupatlas.write.validate.ExternalIdUniqueness;
import org.startupatlas.write.validate.RecordFactory;
import org.startupatlas.write.validate.RecordFactory.Draft;
import org.startupatlas.write.validate.Slugs;

/** The changes that a batch is going to make in its transaction: one for each entry that may be written. */
final class BatchPlan {

    private static final String PROVENANCE = "provenance";

    private final RecordRepository<?, ?, ?> repository;
    private final RecordFactory recordFactory;
    private final Ownership ownership;
    private final Actor actor;
    private final List<Item> items;

    BatchPlan(
            RecordRepository<?, ?, ?> repository,
            RecordFactory recordFactory,
            Ownership ownership,
            Actor actor,
            List<Entry> entries) {
        this.repository = repository;
        this.recordFactory = recordFactory;
        this.ownership = ownership;
        this.actor = actor;
        this.items = entries.stream().map(Item::new).toList();
    }

    /** An entry with the state of its planning. */
    private static final class Item {
        private final Entry entry;
        private Draft draft;
        private LockedRecord before;
        private ObjectNode values;
        private ValidatedRecord after;
        private PendingChange change;
        private RowResult result;

        Item(Entry entry) {
            this.entry = entry;
        }

        private void plan(PendingChange pending, Kind kind, ObjectNode record) {
            change = pending;
            JsonNode changed = kind == Kind.UPDATED ? pending.changed() : null;
            result = new RowResult(
                    kind, record.get("id").textValue(), record.get("slug").textValue(), changed, record, List.of());
        }

        /** Returns whether nothing is wrong so far. */
        private boolean isValid() {
            return after != null || draft != null && draft.violations().isEmpty();
        }

        private ExternalIdUniqueness.RecordWrite write() {
            return draft != null
                    ? new ExternalIdUniqueness.RecordWrite(null, draft.record())
                    : new ExternalIdUniqueness.RecordWrite(before.json(), after == null ? values : after.json());
        }

        /** Refuses a new record together with what else is wrong with it, when it is completed. */
        private void refuse(List<Violation> violations) {
            if (draft != null) {
                draft = draft.with(violations);
                return;
            }
            List<Violation> all = new ArrayList<>(result == null ? List.of() : result.violations());
            all.addAll(violations);
            after = null;
            refuse(before.id().toString(), before.slug(), all);
        }

        private void refuse(String id, String slug, List<Violation> violations) {
            result = RowResult.refused(id, slug, violations);
        }
    }

    /** Computes the new values of the existing records, which are locked. */
    void read(Map<Object, LockedRecord> existing) {
        for (Item item : items) {
            if (!item.entry.isNew()) {
                LockedRecord before = existing.get(item.entry.existing());
                if (before == null) {
                    throw RetryException.changedBeforeLock();
                }
                read(item, before);
            }
        }
    }

    private void read(Item item, LockedRecord before) {
        item.before = before;
        try {
            item.values = before.json();
            refuse(ownership.violationOf(repository.schema(), actor, before.json()));
            ObjectNode patch = item.entry.patch().apply(before.json());
            ObjectNode merged = MergePatch.apply(before.json(), patch);
            item.values = item.entry.additions().to(merged);
            NumberNotation.keep(item.values, before.json());
            ValidatedRecord after = recordFactory.replace(repository, item.values, before.json(), actor);
            refuse(ownership.violationOf(repository.schema(), actor, Optional.of(before.json()), after.json()));
            item.after = after;
        } catch (RejectedException rejected) {
            item.refuse(before.id().toString(), before.slug(), violations(rejected));
        }
    }

    /** Rejects the entries with an external id that another record has. */
    void rejectTakenIds(ExternalIdUniqueness externalIds) {
        // Invalid entries in a lookup of their own: the ids that they would give up stay held.
        reject(externalIds, items.stream().filter(item -> !item.isValid()).toList());
        reject(externalIds, items.stream().filter(Item::isValid).toList());
    }

    private void reject(ExternalIdUniqueness externalIds, List<Item> checked) {
        List<List<Violation>> violations = externalIds.violations(
                repository.schema(), checked.stream().map(Item::write).toList());
        for (int i = 0; i < checked.size(); i++) {
            if (!violations.get(i).isEmpty()) {
                checked.get(i).refuse(violations.get(i));
            }
        }
    }

    /** Plans the updates of the records whose new values are valid. */
    void update() {
        for (Item item : items) {
            if (item.after != null) {
                update(item);
            }
        }
    }

    private void update(Item item) {
        ArrayNode changed = repository.changes(item.before, item.after);
        Optional<ArrayNode> claims = item.entry.additions().ofChanges().ofExisting(item.after.json(), changed);
        if (claims.isPresent()) {
            ObjectNode record = item.after.json().deepCopy();
            record.set(PROVENANCE, claims.get());
            try {
                item.after = recordFactory.validate(repository, record);
            } catch (RejectedException rejected) {
                item.refuse(item.before.id().toString(), item.before.slug(), violations(rejected));
                return;
            }
            changed = repository.changes(item.before, item.after);
        }
        if (changed.isEmpty()) {
            item.plan(null, Kind.UNCHANGED, item.before.json());
        } else {
            item.plan(repository.update(item.before, item.after, changed), Kind.UPDATED, item.after.json());
        }
    }

    /** Creates the drafts of the new records that were not drafted before the transaction. */
    void draft(Function<Entry, Draft> drafter) {
        for (Item item : items) {
            if (item.entry.isNew()) {
                item.draft = item.entry.draft() == null ? drafter.apply(item.entry) : item.entry.draft();
            }
        }
    }

    /** Returns the slugs that the drafts are likely to get, and the requested ids. */
    Set<String> likelySlugs() {
        Set<String> slugs = new HashSet<>();
        for (Item item : items) {
            if (item.draft != null) {
                slugs.add(item.draft.id());
            }
            if (item.draft != null && item.draft.violations().isEmpty()) {
                slugs.add(
                        item.draft.hasSlug()
                                ? item.draft.slug().asText()
                                : Slugs.firstCandidate(repository.schema(), slugSource(item)));
            }
        }
        return slugs;
    }

    /**
     * Returns the text that the slug is generated from: the requested id if ids are words, else that of the repository.
     */
    private String slugSource(Item item) {
        return repository.schema().hasCodeIds() && item.entry.id() != null ? item.entry.id() : item.draft.slugSource();
    }

    /** Plans the creation of the drafted records. */
    void create(BatchSlugs batchSlugs) {
        Slugs slugs = new Slugs(batchSlugs);
        for (Item item : items) {
            if (item.draft != null) {
                create(item, batchSlugs, slugs);
            }
        }
    }

    private void create(Item item, BatchSlugs batchSlugs, Slugs slugs) {
        Draft draft = item.draft.with(idViolations(item, batchSlugs));
        try {
            ownership.setOwner(repository.schema(), actor, item.entry.values(), draft.record());
            if (draft.violations().isEmpty()) {
                item.entry.additions().ofChanges().ofNew(draft.record()).ifPresent(claims -> draft.record()
                        .set(PROVENANCE, claims));
            }
            ValidatedRecord validated = recordFactory.complete(repository, draft, actor, slugs, slugSource(item));
            ObjectNode record = validated.json();
            refuse(ownership.violationOf(repository.schema(), actor, Optional.empty(), record));
            item.plan(repository.create(validated), Kind.CREATED, record);
            batchSlugs.assign(record.get("slug").textValue(), record.get("id").textValue());
        } catch (RejectedException rejected) {
            item.refuse(null, null, violations(rejected));
        }
    }

    /** Returns why the requested id cannot be given; one that is not a valid word is not changed. */
    private List<Violation> idViolations(Item item, BatchSlugs batchSlugs) {
        if (batchSlugs.isFormer(item.draft.id())) {
            return List.of(Violation.at("/id", "gone-id", item.draft.id()));
        }
        String id = item.entry.id();
        return repository.schema().hasCodeIds() && id != null
                ? Slugs.idViolation(repository.schema(), id).stream().toList()
                : List.of();
    }

    private static void refuse(Optional<Violation> violation) {
        violation.ifPresent(each -> {
            throw RejectedException.of(ProblemKind.INVALID_RECORD, each);
        });
    }

    /** Returns the violations in the record itself; any other reason of a rejection fails the whole batch. */
    private static List<Violation> violations(RejectedException rejected) {
        if (rejected.kind() != ProblemKind.INVALID_RECORD) {
            throw rejected;
        }
        return rejected.violations();
    }

    /** Returns the changes in the order of the entries. */
    List<PendingChange> changes() {
        return items.stream()
                .filter(item -> item.change != null)
                .map(item -> item.change)
                .toList();
    }

    /**
     * Returns the changes ordered by slug, which is the order of the row writes. The fixed order keeps two batches that
     * insert the same slugs from deadlocking.
     */
    List<PendingChange> changesBySlug() {
        return items.stream()
                .filter(item -> item.change != null)
                .sorted(Comparator.comparing(item -> item.result.slug()))
                .map(item -> item.change)
                .toList();
    }

    /** Returns the results in the order of the entries. */
    List<RowResult> results() {
        return items.stream().map(item -> item.result).toList();
    }
}
