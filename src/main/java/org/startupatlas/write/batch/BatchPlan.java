package org.startupatlas.write.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.startupatlas.changelog.Fault;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.PendingChange;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.changelog.ValidatedRecord;
import org.startupatlas.write.MergePatch;
import org.startupatlas.write.Ownership;
import org.startupatlas.write.RetryException;
import org.startupatlas.write.batch.BatchWriter.Entry;
import org.startupatlas.write.batch.RowResult.Kind;
import org.startupatlas.write.request.Actor;
import org.startupatlas.write.request.WriteRejectedException;
import org.startupatlas.write.validate.ExternalIdUniqueness;
import org.startupatlas.write.validate.RecordFactory;
import org.startupatlas.write.validate.RecordFactory.Draft;
import org.startupatlas.write.validate.Slugs;

/** What a block is about to do, in its transaction: a change for each entry that may be written. */
final class BatchPlan {

    private final RecordRepository<?, ?, ?> repository;
    private final RecordFactory recordFactory;
    private final Ownership ownership;
    private final Actor author;
    private final List<Item> items;

    BatchPlan(
            RecordRepository<?, ?, ?> repository,
            RecordFactory recordFactory,
            Ownership ownership,
            Actor author,
            List<Entry> entries) {
        this.repository = repository;
        this.recordFactory = recordFactory;
        this.ownership = ownership;
        this.author = author;
        this.items = entries.stream().map(Item::new).toList();
    }

    /** An entry, and what is to become of it. */
    private static final class Item {
        private final Entry entry;
        private Draft draft;
        private LockedRecord before;
        private ValidatedRecord after;
        private PendingChange change;
        private RowResult written;

        Item(Entry entry) {
            this.entry = entry;
        }

        private void plan(PendingChange pending, Kind kind, ObjectNode record) {
            change = pending;
            JsonNode changed = kind == Kind.UPDATED ? pending.changed() : null;
            written = new RowResult(
                    kind, record.get("id").textValue(), record.get("slug").textValue(), changed, List.of());
        }

        private void refuse(String id, String slug, List<Fault> faults) {
            written = RowResult.refused(id, slug, faults);
        }
    }

    /** Reads what the records that are there, which are locked, are to become. */
    void read(Map<Object, LockedRecord> existing) {
        for (Item item : items) {
            if (!item.entry.isNew()) {
                LockedRecord before = existing.get(item.entry.existing());
                if (before == null) {
                    throw new RetryException();
                }
                read(item, before);
            }
        }
    }

    private void read(Item item, LockedRecord before) {
        item.before = before;
        try {
            refuse(ownership.faultOf(repository.declaration(), author, before.json()));
            ObjectNode values = MergePatch.apply(before.json(), item.entry.values());
            ValidatedRecord after = recordFactory.replace(repository, values, before.json(), author);
            refuse(ownership.faultOf(repository.declaration(), author, Optional.of(before.json()), after.json()));
            item.after = after;
        } catch (WriteRejectedException refusal) {
            item.refuse(before.id().toString(), before.slug(), faults(refusal));
        }
    }

    /** Refuses the entries with an external id that another record has. */
    void refuseTaken(ExternalIdUniqueness externalIds) {
        List<Item> right = items.stream()
                .filter(item -> item.after != null
                        || item.draft != null && item.draft.faults().isEmpty())
                .toList();
        List<List<Fault>> faults = externalIds.faults(
                repository.declaration(),
                right.stream()
                        .map(item -> item.after == null
                                ? new ExternalIdUniqueness.RecordWrite(null, item.draft.record())
                                : new ExternalIdUniqueness.RecordWrite(item.before.json(), item.after.json()))
                        .toList());
        for (int i = 0; i < right.size(); i++) {
            Item item = right.get(i);
            if (!faults.get(i).isEmpty()) {
                String id = item.before == null ? null : item.before.id().toString();
                item.refuse(id, item.before == null ? null : item.before.slug(), faults.get(i));
                item.after = null;
                item.draft = null;
            }
        }
    }

    /** Plans to change the records whose new values are right. */
    void update() {
        for (Item item : items) {
            if (item.after != null) {
                repository
                        .update(item.before, item.after)
                        .ifPresentOrElse(
                                change -> item.plan(change, Kind.UPDATED, item.after.json()),
                                () -> item.plan(null, Kind.UNCHANGED, item.before.json()));
            }
        }
    }

    /** Drafts the new records, but for those that were ahead. */
    void draft(Function<Entry, Draft> drafting) {
        for (Item item : items) {
            if (item.entry.isNew()) {
                item.draft = item.entry.draft() == null ? drafting.apply(item.entry) : item.entry.draft();
            }
        }
    }

    /** The names that the drafts are likely to get, and the ids that are wanted. */
    Set<String> likelyNames() {
        Set<String> names = new HashSet<>();
        for (Item item : items) {
            if (item.draft != null && item.draft.faults().isEmpty()) {
                names.add(
                        item.draft.hasSlug()
                                ? item.draft.slug().asText()
                                : Slugs.firstCandidate(repository.declaration(), source(item)));
                names.add(item.draft.id());
            }
        }
        return names;
    }

    /** What the slug is made from: a word that is the id too, where one is wanted. */
    private String source(Item item) {
        return repository.declaration().hasWordsAsIds() && item.entry.id() != null
                ? item.entry.id()
                : repository.slugSourceOf(item.draft.record());
    }

    /** Plans to create what was drafted. */
    void create(BatchSlugs names) {
        Slugs slugs = new Slugs(names);
        for (Item item : items) {
            if (item.draft != null) {
                create(item, names, slugs);
            }
        }
    }

    private void create(Item item, BatchSlugs names, Slugs slugs) {
        Draft draft = item.draft;
        try {
            if (names.isFormer(draft.id())) {
                throw WriteRejectedException.invalid(List.of(Fault.of("/id", "gone-id", draft.id())));
            }
            requireWord(item.entry.id());
            ownership.setOwner(repository.declaration(), author, item.entry.values(), draft.record());
            ValidatedRecord candidate = recordFactory.complete(repository, draft, author, slugs, () -> source(item));
            ObjectNode record = candidate.json();
            refuse(ownership.faultOf(repository.declaration(), author, Optional.empty(), record));
            item.plan(repository.create(candidate), Kind.CREATED, record);
            names.give(record.get("slug").textValue(), record.get("id").textValue());
        } catch (WriteRejectedException refusal) {
            item.refuse(null, null, faults(refusal));
        }
    }

    /** A word that is to be the id is taken as it is, or not at all. */
    private void requireWord(String id) {
        if (repository.declaration().hasWordsAsIds() && id != null) {
            Slugs.idFault(repository.declaration(), id).ifPresent(fault -> {
                throw WriteRejectedException.invalid(List.of(fault));
            });
        }
    }

    private static void refuse(Optional<Fault> fault) {
        fault.ifPresent(each -> {
            throw WriteRejectedException.invalid(List.of(each));
        });
    }

    /** Only what is wrong with the record itself is its own fault; all else ends the block. */
    private static List<Fault> faults(WriteRejectedException refusal) {
        if (refusal.reason() != WriteRejectedException.Reason.INVALID) {
            throw refusal;
        }
        return refusal.faults();
    }

    /** All changes, in the order of the entries. */
    List<PendingChange> changes() {
        return items.stream()
                .filter(item -> item.change != null)
                .map(item -> item.change)
                .toList();
    }

    /** All changes, in the order in which their rows are written: two blocks that take the same slugs wait, never both. */
    List<PendingChange> bySlug() {
        return items.stream()
                .filter(item -> item.change != null)
                .sorted(Comparator.comparing(item -> item.written.slug()))
                .map(item -> item.change)
                .toList();
    }

    /** What becomes of each entry, in their order. */
    List<RowResult> written() {
        return items.stream().map(item -> item.written).toList();
    }
}
