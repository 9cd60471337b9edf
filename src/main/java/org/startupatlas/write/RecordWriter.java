package org.startupatlas.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.changelog.ValidatedRecord;
import org.startupatlas.query.lookup.ReferringRecords;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.write.request.IfMatch;
import org.startupatlas.write.request.WriteRejectedException;
import org.startupatlas.write.request.WriteRejectedException.Reason;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;
import org.startupatlas.write.validate.ExternalIdUniqueness;
import org.startupatlas.write.validate.RecordFactory;

/** Creates, changes and deletes records, each write in a transaction of its own. */
@Singleton
public class RecordWriter {

    /** So many of those that still name a record are listed; the rest is found by the same filters. */
    private static final int MOST_NAMED = 20;

    private final SchemaRegistry register;
    private final Repositories repositories;
    private final RecordFactory recordFactory;
    private final ExternalIdUniqueness externalIds;
    private final RecordLocks locks;
    private final Ownership ownership;
    private final ReferringRecords referrers;
    private final RetryingTransactions transactions;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    RecordWriter(
            SchemaRegistry register,
            Repositories repositories,
            RecordFactory recordFactory,
            ExternalIdUniqueness externalIds,
            RecordLocks locks,
            Ownership ownership,
            ReferringRecords referrers,
            RetryingTransactions transactions) {
        this.register = register;
        this.repositories = repositories;
        this.recordFactory = recordFactory;
        this.externalIds = externalIds;
        this.locks = locks;
        this.ownership = ownership;
        this.referrers = referrers;
        this.transactions = transactions;
    }

    /**
     * Creates a record.
     *
     * @throws Refusal if it may not be
     */
    public WriteResult create(WriteRequest write, ObjectNode input) {
        RecordRepository<?, ?, ?> repository = repositories.of(write.schema());
        return transactions.run(write, () -> {
            ObjectNode claimed = claimed(write, input);
            ValidatedRecord record =
                    recordFactory.create(repository, claimed, ids.generate().toString(), write.actor());
            Ownership.refuse(ownership.faultOf(write.schema(), write.actor(), Optional.empty(), record.json()));
            externalIds.require(write.schema(), null, record.json(), null);
            return WritePlan.created(write.schema(), record, repository.create(record));
        });
    }

    /**
     * Gives a record other values, all of them.
     *
     * @throws Refusal if it may not be
     */
    public WriteResult replace(WriteRequest write, String idOrSlug, IfMatch seen, ObjectNode input) {
        return change(write, idOrSlug, seen, before -> claimed(write, input));
    }

    /**
     * Gives a record some other values, by a merge patch.
     *
     * @throws Refusal if it may not be
     */
    public WriteResult patch(WriteRequest write, String idOrSlug, IfMatch seen, ObjectNode patch) {
        return change(write, idOrSlug, seen, before -> MergePatch.apply(before, patch));
    }

    private ObjectNode claimed(WriteRequest write, ObjectNode input) {
        ObjectNode record = JsonNodeFactory.instance.objectNode().setAll(input);
        ownership.claim(write.schema(), write.actor(), input, record);
        return record;
    }

    private WriteResult change(WriteRequest write, String idOrSlug, IfMatch seen, UnaryOperator<ObjectNode> values) {
        RecordRepository<?, ?, ?> repository = repositories.of(write.schema());
        return transactions.run(write, () -> {
            LockedRecord before = locks.lock(write, idOrSlug, seen);
            ValidatedRecord after =
                    recordFactory.replace(repository, values.apply(before.json()), before.json(), write.actor());
            Ownership.refuse(
                    ownership.faultOf(write.schema(), write.actor(), Optional.of(before.json()), after.json()));
            externalIds.require(write.schema(), before.json(), after.json(), null);
            return WritePlan.changed(before, repository.update(before, after));
        });
    }

    /**
     * Deletes a record that nothing names.
     *
     * @throws Refusal if it may not be
     */
    public WriteResult delete(WriteRequest write, String idOrSlug, IfMatch seen) {
        RecordRepository<?, ?, ?> repository = repositories.of(write.schema());
        return transactions.run(write, () -> {
            LockedRecord before = locks.lock(write, idOrSlug, seen);
            Ownership.refuse(ownership.faultOfDeleting(write.schema(), write.actor(), before.json()));
            refuseIfNamed(write.schema(), before);
            return WritePlan.gone(before, repository.delete(before));
        });
    }

    private void refuseIfNamed(ResourceSchema declaration, LockedRecord record) {
        Stream<String> records = referrers.of(declaration, record.id(), MOST_NAMED).stream()
                .map(referrer -> referrer.schema().resource() + "/" + referrer.slug() + " (" + referrer.field() + ")");
        List<String> naming = Stream.concat(
                        records, register.fieldsOf(record.id().toString()).stream())
                .toList();
        if (!naming.isEmpty()) {
            throw WriteRejectedException.of(Reason.STILL_NAMED, String.join(", ", naming));
        }
    }
}
