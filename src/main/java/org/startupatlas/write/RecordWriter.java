package org.startupatlas.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.changelog.ValidatedRecord;
import org.startupatlas.query.lookup.ReferringRecords;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.write.request.IfMatch;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;
import org.startupatlas.write.validate.ExternalIdUniqueness;
import org.startupatlas.write.validate.RecordFactory;

/** Creates, changes and deletes records, each write in its own transaction. */
@Singleton
public class RecordWriter {

    /** The maximum number of referring records that a rejection lists; the same filters find the others. */
    private static final int MAX_LISTED_REFERRERS = 20;

    private final SchemaRegistry registry;
    private final Repositories repositories;
    private final RecordFactory recordFactory;
    private final ExternalIdUniqueness externalIds;
    private final RecordLocks locks;
    private final Ownership ownership;
    private final ReferringRecords referrers;
    private final WritePlanExecutor executor;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    RecordWriter(
            SchemaRegistry registry,
            Repositories repositories,
            RecordFactory recordFactory,
            ExternalIdUniqueness externalIds,
            RecordLocks locks,
            Ownership ownership,
            ReferringRecords referrers,
            WritePlanExecutor executor) {
        this.registry = registry;
        this.repositories = repositories;
        this.recordFactory = recordFactory;
        this.externalIds = externalIds;
        this.locks = locks;
        this.ownership = ownership;
        this.referrers = referrers;
        this.executor = executor;
    }

    /**
     * Creates a record.
     *
     * @throws RejectedException if the write is rejected
     */
    public WriteResult create(WriteRequest write, ObjectNode input) {
        return create(write, () -> input, result -> {});
    }

    /**
     * Creates a record and, in the same transaction, writes what depends on it.
     *
     * @param input called in the transaction, anew in each attempt
     * @param afterwards called before the commit, but not in a dry run; must be quick
     * @throws RejectedException if the write is rejected
     */
    public WriteResult create(WriteRequest write, Supplier<ObjectNode> input, Consumer<WriteResult> afterwards) {
        RecordRepository<?, ?, ?> repository = repositories.of(write.schema());
        return executor.execute(
                write,
                () -> {
                    ObjectNode withOwner = withOwner(write, input.get());
                    ValidatedRecord record = recordFactory.create(
                            repository, withOwner, ids.generate().toString(), write.actor());
                    Ownership.reject(
                            ownership.violationOf(write.schema(), write.actor(), Optional.empty(), record.json()));
                    externalIds.require(write.schema(), null, record.json(), null);
                    return WritePlan.created(write.schema(), record, repository.create(record));
                },
                afterwards);
    }

    /**
     * Replaces all values of a record.
     *
     * @throws RejectedException if the write is rejected
     */
    public WriteResult replace(WriteRequest write, String idOrSlug, IfMatch ifMatch, ObjectNode input) {
        return change(write, idOrSlug, ifMatch, before -> withOwner(write, input), result -> {});
    }

    /**
     * Applies a merge patch to a record.
     *
     * @throws RejectedException if the write is rejected
     */
    public WriteResult patch(WriteRequest write, String idOrSlug, IfMatch ifMatch, ObjectNode patch) {
        return change(write, idOrSlug, ifMatch, before -> MergePatch.apply(before, patch), result -> {});
    }

    /**
     * Changes a record of any version and, in the same transaction, writes what depends on the change.
     *
     * @param values returns all values of the record after the change; called with the locked record, which it must not
     *     modify, anew in each attempt
     * @param afterwards called before the commit, but not in a dry run; must be quick
     * @throws RejectedException if the write is rejected
     */
    public WriteResult change(
            WriteRequest write, String id, UnaryOperator<ObjectNode> values, Consumer<WriteResult> afterwards) {
        return change(write, id, IfMatch.ANY, values, afterwards);
    }

    private ObjectNode withOwner(WriteRequest write, ObjectNode input) {
        ObjectNode record = JsonNodeFactory.instance.objectNode().setAll(input);
        ownership.setOwner(write.schema(), write.actor(), input, record);
        return record;
    }

    private WriteResult change(
            WriteRequest write,
            String idOrSlug,
            IfMatch ifMatch,
            UnaryOperator<ObjectNode> values,
            Consumer<WriteResult> afterwards) {
        RecordRepository<?, ?, ?> repository = repositories.of(write.schema());
        return executor.execute(
                write,
                () -> {
                    LockedRecord before = locks.lock(write, idOrSlug, ifMatch);
                    ValidatedRecord after = recordFactory.replace(
                            repository, values.apply(before.json()), before.json(), write.actor());
                    Ownership.reject(ownership.violationOf(
                            write.schema(), write.actor(), Optional.of(before.json()), after.json()));
                    externalIds.require(write.schema(), before.json(), after.json(), null);
                    return WritePlan.changed(before, repository.update(before, after));
                },
                afterwards);
    }

    /**
     * Deletes a record that no other one references.
     *
     * @throws RejectedException if the write is rejected
     */
    public WriteResult delete(WriteRequest write, String idOrSlug, IfMatch ifMatch) {
        RecordRepository<?, ?, ?> repository = repositories.of(write.schema());
        return executor.execute(write, () -> {
            LockedRecord before = locks.lock(write, idOrSlug, ifMatch);
            Ownership.reject(ownership.violationOfDeleting(write.schema(), write.actor(), before.json()));
            rejectIfReferenced(write.schema(), before);
            return WritePlan.deleted(before, repository.delete(before));
        });
    }

    private void rejectIfReferenced(ResourceSchema schema, LockedRecord record) {
        Stream<String> records = referrers.of(schema, record.id(), MAX_LISTED_REFERRERS).stream()
                .map(referrer -> referrer.schema().resource() + "/" + referrer.slug() + " (" + referrer.field() + ")");
        List<String> referring = Stream.concat(
                        records, registry.fieldsOf(record.id().toString()).stream())
                .toList();
        if (!referring.isEmpty()) {
            throw RejectedException.of(
                    ProblemKind.CONFLICT, Violation.ofWhole("still-named", String.join(", ", referring)));
        }
    }
}
