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
import org.startupatlas.changelog.ChangeLog;
import org.startupatlas.changelog.FormerSlugRepository;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.changelog.StagedChanges;
import org.startupatlas.database.AdvisoryLock;
import org.startupatlas.query.lookup.BulkColumnLookup;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.Conflict;
import org.startupatlas.write.Ownership;
import org.startupatlas.write.Repositories;
import org.startupatlas.write.RetryingTransactions;
import org.startupatlas.write.request.Actor;
import org.startupatlas.write.request.WriteRejectedException;
import org.startupatlas.write.validate.ExternalIdUniqueness;
import org.startupatlas.write.validate.RecordFactory;
import org.startupatlas.write.validate.Slugs;
import org.startupatlas.write.validate.StoredSlugs;

/**
 * Writes records in blocks, each in one transaction: what is right of a block is written, what is wrong is told. The log
 * is locked once for all of it.
 */
@Singleton
public class BatchWriter {

    private final Repositories repositories;
    private final RecordFactory recordFactory;
    private final Ownership ownership;
    private final ExternalIdUniqueness externalIds;
    private final RetryingTransactions transactions;
    private final AdvisoryLock turn;
    private final StoredSlugs storedNames;
    private final FormerSlugRepository formerNames;
    private final BulkColumnLookup columns;
    private final ChangeLog log;
    private final BatchAppender appender;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    BatchWriter(
            Repositories repositories,
            RecordFactory recordFactory,
            Ownership ownership,
            ExternalIdUniqueness externalIds,
            RetryingTransactions transactions,
            AdvisoryLock turn,
            StoredSlugs storedNames,
            FormerSlugRepository formerNames,
            BulkColumnLookup columns,
            ChangeLog log,
            BatchAppender appender) {
        this.repositories = repositories;
        this.recordFactory = recordFactory;
        this.ownership = ownership;
        this.externalIds = externalIds;
        this.transactions = transactions;
        this.turn = turn;
        this.storedNames = storedNames;
        this.formerNames = formerNames;
        this.columns = columns;
        this.log = log;
        this.appender = appender;
    }

    /**
     * Something to be written.
     *
     * @param values of a new record, or those that an existing one is to get as by a merge patch; without an id
     * @param existing the id of the record that is there, or null
     * @param id that a new record is to have, or null for one of ours
     * @param draft what was read of a new record ahead of its transaction, or null
     */
    public record Entry(ObjectNode values, Object existing, String id, RecordFactory.Draft draft) {

        public Entry {
            Objects.requireNonNull(values, "values");
        }

        /** One of which nothing was read ahead. */
        public Entry(ObjectNode values, Object existing, String id) {
            this(values, existing, id, null);
        }

        boolean isNew() {
            return existing == null;
        }
    }

    /**
     * What is to be written by one transaction.
     *
     * @param <T> what is told of it
     */
    public interface Work<T> {
        /** What is to be written, which must be true in the transaction, in which this is asked. */
        List<Entry> entries();

        /** Told what becomes of each, in their order and in the transaction, before the log is locked. */
        T written(List<RowResult> written);
    }

    /**
     * What a block did.
     *
     * @param changes how many revisions it has in the log
     */
    public record Block<T>(T result, int changes) {}

    /**
     * Writes a block. It fails as a whole only where something outside of it does.
     *
     * @param isDry whether to do all of it but the end
     * @throws BlockConflict if others write the same, or what stands against it, again and again
     */
    public <T> Block<T> write(ResourceSchema declaration, Actor author, boolean isDry, Work<T> work) {
        AtomicReference<BatchAppender.Appended> appended = new AtomicReference<>();
        try {
            T result = transactions.run(isDry, () -> {
                appended.set(null);
                turn.take(AdvisoryLock.Kind.BLOCK);
                BatchPlan plan = plan(declaration, author, work.entries());
                StagedChanges staged = log.stage(plan.bySlug(), plan.changes(), author.keyId());
                // Before the log is locked: what is told of the block keeps no other writer waiting.
                T told = work.written(plan.written());
                if (!isDry && !staged.changes().isEmpty()) {
                    appended.set(appender.append(staged));
                }
                return told;
            });
            if (appended.get() == null) {
                return new Block<>(result, 0);
            }
            appender.committed(appended.get());
            return new Block<>(result, appended.get().changes());
        } catch (RuntimeException failed) {
            boolean contended = failed instanceof WriteRejectedException refusal
                    && refusal.reason() == WriteRejectedException.Reason.CONTENDED;
            throw contended || Conflict.of(failed).isPresent() ? new BatchConflictException(failed) : failed;
        }
    }

    /**
     * The slug that a new record with these values would be given first; empty where they are not such that one could be
     * made.
     */
    public Optional<String> slugOf(ResourceSchema declaration, ObjectNode values) {
        RecordRepository<?, ?, ?> repository = repositories.of(declaration);
        RecordFactory.Draft draft =
                recordFactory.draft(repository, values, ids.generate().toString());
        return draft.faults().isEmpty()
                ? Optional.of(Slugs.firstCandidate(declaration, repository.slugSourceOf(draft.record())))
                        .filter(slug -> !slug.isEmpty())
                : Optional.empty();
    }

    /** The revision that the log has reached, in the transaction of a block. */
    public long revision() {
        return log.revision();
    }

    /** The slug that a name is made to first; empty where nothing of it can stand in one. */
    public static String slugFrom(ResourceSchema declaration, String name) {
        return Slugs.firstCandidate(declaration, name);
    }

    /**
     * Reads ahead of their transaction, and beside others, what is to be created. What is wrong is read again in the
     * transaction, for what it needs may be written meanwhile.
     */
    public List<Entry> drafted(ResourceSchema declaration, List<Entry> entries) {
        RecordRepository<?, ?, ?> repository = repositories.of(declaration);
        return entries.stream()
                .map(entry -> entry.isNew() ? drafted(repository, entry) : entry)
                .toList();
    }

    private Entry drafted(RecordRepository<?, ?, ?> repository, Entry entry) {
        RecordFactory.Draft draft = draft(repository, entry);
        return draft.faults().isEmpty() ? new Entry(entry.values(), null, entry.id(), draft) : entry;
    }

    private RecordFactory.Draft draft(RecordRepository<?, ?, ?> repository, Entry entry) {
        String id = entry.id() == null ? ids.generate().toString() : entry.id();
        return recordFactory.draft(repository, entry.values(), id);
    }

    private BatchPlan plan(ResourceSchema declaration, Actor author, List<Entry> entries) {
        RecordRepository<?, ?, ?> repository = repositories.of(declaration);
        BatchPlan plan = new BatchPlan(repository, recordFactory, ownership, author, entries);
        plan.draft(entry -> draft(repository, entry));
        // Asked for first: the question would write what is changed, which has no time yet.
        BatchSlugs names = new BatchSlugs(storedNames, columns, formerNames, declaration, plan.likelyNames());
        List<Object> existing =
                entries.stream().map(Entry::existing).filter(Objects::nonNull).toList();
        if (Set.copyOf(existing).size() < existing.size()) {
            throw new BatchConflictException("two entries are of one record"); // the second would undo the first
        }
        plan.read(repository.lockAll(existing));
        plan.refuseTaken(externalIds);
        plan.update();
        plan.create(names);
        return plan;
    }
}
