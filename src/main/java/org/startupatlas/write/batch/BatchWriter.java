package org.startupatlas.write.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.startupatlas.changelog.ChangeLog;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.changelog.StagedChanges;
import org.startupatlas.database.AdvisoryLock;
import org.startupatlas.query.lookup.BulkColumnLookup;
import org.startupatlas.query.lookup.FormerSlugRepository;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.Ownership;
import org.startupatlas.write.Repositories;
import org.startupatlas.write.RetryingTransactions;
import org.startupatlas.write.request.Actor;
import org.startupatlas.write.validate.ExternalIdUniqueness;
import org.startupatlas.write.validate.RecordFactory;
import org.startupatlas.write.validate.Slugs;
import org.startupatlas.write.validate.StoredSlugs;

/**
 * Writes records in batches, each in one transaction: valid records of a batch are written, invalid ones are reported.
 * The log is locked once for the whole batch.
 */
@Singleton
public class BatchWriter {

    private final Repositories repositories;
    private final RecordFactory recordFactory;
    private final Ownership ownership;
    private final ExternalIdUniqueness externalIds;
    private final RetryingTransactions transactions;
    private final AdvisoryLock advisoryLock;
    private final StoredSlugs storedSlugs;
    private final FormerSlugRepository formerSlugs;
    private final BulkColumnLookup columns;
    private final ChangeLog log;
    private final BatchAppender appender;
    private final EntryChecker entryChecker;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    BatchWriter(
            Repositories repositories,
            RecordFactory recordFactory,
            Ownership ownership,
            ExternalIdUniqueness externalIds,
            RetryingTransactions transactions,
            AdvisoryLock advisoryLock,
            StoredSlugs storedSlugs,
            FormerSlugRepository formerSlugs,
            BulkColumnLookup columns,
            ChangeLog log,
            BatchAppender appender,
            EntryChecker entryChecker) {
        this.repositories = repositories;
        this.recordFactory = recordFactory;
        this.ownership = ownership;
        this.externalIds = externalIds;
        this.transactions = transactions;
        this.advisoryLock = advisoryLock;
        this.storedSlugs = storedSlugs;
        this.formerSlugs = formerSlugs;
        this.columns = columns;
        this.log = log;
        this.appender = appender;
        this.entryChecker = entryChecker;
    }

    /**
     * A record to write.
     *
     * @param values all values of a new record, or a merge patch for an existing one; without an id
     * @param existing the id of the existing record, or null for a new one
     * @param id the requested id of a new record, or null for a generated one
     * @param additions what the record gets besides the values
     * @param draft the draft of a new record that was created before the transaction, or null
     * @param patch returns the merge patch for the stored values of an existing record, which is locked then
     */
    public record Entry(
            ObjectNode values,
            Object existing,
            String id,
            Additions additions,
            RecordFactory.Draft draft,
            UnaryOperator<ObjectNode> patch) {

        public Entry {
            Objects.requireNonNull(values, "values");
            Objects.requireNonNull(additions, "additions");
            Objects.requireNonNull(patch, "patch");
        }

        /** Creates an entry without additions and without a draft, whose values are the patch. */
        public Entry(ObjectNode values, Object existing, String id) {
            this(values, existing, id, Additions.NONE, null, stored -> values);
        }

        /** Creates an entry of a new record, without a draft. */
        public static Entry ofNew(ObjectNode values, String id, Additions additions) {
            return new Entry(values, null, id, additions, null, stored -> values);
        }

        /** Creates an entry of an existing record. */
        public static Entry ofExisting(
                ObjectNode values, Object existing, Additions additions, UnaryOperator<ObjectNode> patch) {
            return new Entry(values, existing, null, additions, null, patch);
        }

        boolean isNew() {
            return existing == null;
        }
    }

    /**
     * The entries of one transaction and the handling of their results.
     *
     * @param <T> the result of the batch
     */
    public interface Work<T> {
        /** Returns the entries. Called in the transaction, so that they match the state that it sees. */
        List<Entry> entries();

        /**
         * Receives the results in the order of the entries and returns the result of the batch. Called in the
         * transaction, before the log is locked.
         */
        T complete(List<RowResult> results, Checker checker);
    }

    /** Tells what else is wrong with a record that is refused for a reason outside of its values. */
    public interface Checker {
        /** Returns the violations of an entry that is not written; empty if there are none. */
        List<Violation> violations(Entry entry);
    }

    /**
     * The result of a batch.
     *
     * @param changes the number of its revisions in the log
     */
    public record BatchResult<T>(T result, int changes) {}

    /**
     * Writes a batch. It fails as a whole only for reasons outside of it.
     *
     * @param isDry whether the transaction is rolled back in the end
     * @throws org.startupatlas.sql.RetryException if concurrent writes interfere in every attempt
     */
    public <T> BatchResult<T> write(ResourceSchema schema, Actor actor, boolean isDry, Work<T> work) {
        AtomicReference<BatchAppender.Appended> appended = new AtomicReference<>();
        T result = transactions.run(isDry, () -> {
            appended.set(null);
            advisoryLock.take(AdvisoryLock.Kind.BATCH);
            BatchPlan plan = plan(schema, actor, work.entries());
            StagedChanges staged = log.stage(plan.changesBySlug(), plan.changes(), actor.keyId());
            // Before the log is locked, so that handling the results delays no other writer.
            T workResult = work.complete(plan.results(), entry -> entryChecker.violations(schema, actor, entry));
            if (!isDry && !staged.changes().isEmpty()) {
                appended.set(appender.append(staged));
            }
            return workResult;
        });
        if (appended.get() == null) {
            return new BatchResult<>(result, 0);
        }
        appender.committed(appended.get());
        return new BatchResult<>(result, appended.get().changes());
    }

    /**
     * Returns the slug that would be tried first for a new record with these values; empty if they are invalid, or if
     * no slug can be generated from them.
     */
    public Optional<String> slugOf(ResourceSchema schema, ObjectNode values) {
        RecordRepository<?, ?, ?> repository = repositories.of(schema);
        ObjectNode unnamed = values.deepCopy();
        unnamed.remove("slug");
        RecordFactory.Draft draft =
                recordFactory.draft(repository, unnamed, ids.generate().toString());
        return draft.violations().isEmpty()
                ? Optional.of(Slugs.firstCandidate(schema, draft.slugSource())).filter(slug -> !slug.isEmpty())
                : Optional.empty();
    }

    /** Returns the current revision of the log, in the transaction of a batch. */
    public long revision() {
        return log.revision();
    }

    /** Returns the slug that would be tried first for a name; empty if no character of it can be used. */
    public static String slugFrom(ResourceSchema schema, String name) {
        return Slugs.firstCandidate(schema, name);
    }

    /**
     * Drafts new records before their transaction, in parallel with other batches. Entries with violations are drafted
     * again in the transaction, because records that they reference may be written meanwhile.
     */
    public List<Entry> withDrafts(ResourceSchema schema, List<Entry> entries) {
        RecordRepository<?, ?, ?> repository = repositories.of(schema);
        return entries.stream()
                .map(entry -> entry.isNew() ? withDraft(repository, entry) : entry)
                .toList();
    }

    private Entry withDraft(RecordRepository<?, ?, ?> repository, Entry entry) {
        RecordFactory.Draft draft = draft(repository, entry);
        return draft.violations().isEmpty()
                ? new Entry(entry.values(), null, entry.id(), entry.additions(), draft, entry.patch())
                : entry;
    }

    private RecordFactory.Draft draft(RecordRepository<?, ?, ?> repository, Entry entry) {
        String id = entry.id() == null ? ids.generate().toString() : entry.id();
        return recordFactory.draft(repository, entry.additions().to(entry.values()), id);
    }

    private BatchPlan plan(ResourceSchema schema, Actor actor, List<Entry> entries) {
        RecordRepository<?, ?, ?> repository = repositories.of(schema);
        BatchPlan plan = new BatchPlan(repository, recordFactory, ownership, actor, entries);
        plan.draft(entry -> draft(repository, entry));
        // Before the updates: the query would flush changed rows, whose timestamps are not set yet.
        BatchSlugs slugs = new BatchSlugs(storedSlugs, columns, formerSlugs, schema, plan.likelySlugs());
        List<Object> existing =
                entries.stream().map(Entry::existing).filter(Objects::nonNull).toList();
        if (Set.copyOf(existing).size() < existing.size()) {
            // The second entry would revert the first.
            throw new IllegalArgumentException("two entries are of one record");
        }
        plan.read(repository.lockAll(existing));
        plan.rejectTakenIds(externalIds);
        plan.update();
        plan.create(slugs);
        return plan;
    }
}
