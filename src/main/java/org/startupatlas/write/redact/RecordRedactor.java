package org.startupatlas.write.redact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.startupatlas.changelog.Change;
import org.startupatlas.changelog.ChangeRepository;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.PendingChange;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.changelog.ValidatedRecord;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.RecordLocks;
import org.startupatlas.write.Repositories;
import org.startupatlas.write.WritePlan;
import org.startupatlas.write.WritePlanExecutor;
import org.startupatlas.write.request.RedactionReach;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;
import org.startupatlas.write.validate.RecordFactory;

/**
 * Removes a value from a record, from all its past versions and from every other copy in the registry; the record may
 * be deleted. A redaction is itself a change, so that clients remove the value from their copies too.
 */
@Singleton
public class RecordRedactor {

    private final Repositories repositories;
    private final RecordFactory recordFactory;
    private final RecordLocks locks;
    private final ChangeRepository log;
    private final CopyRedactor copies;
    private final WritePlanExecutor executor;

    RecordRedactor(
            Repositories repositories,
            RecordFactory recordFactory,
            RecordLocks locks,
            ChangeRepository log,
            CopyRedactor copies,
            WritePlanExecutor executor) {
        this.repositories = repositories;
        this.recordFactory = recordFactory;
        this.locks = locks;
        this.log = log;
        this.copies = copies;
        this.executor = executor;
    }

    /**
     * Redacts a record.
     *
     * @param withMerged whether to redact the records that were merged into this one too
     * @throws RejectedException if there never was such a record, if there is no such field, or if the record
     *     would be invalid without the value
     */
    public WriteResult redact(WriteRequest write, String idOrSlug, Redaction requested, boolean withMerged) {
        ResourceSchema schema = write.schema();
        Redaction redaction = normalized(field(schema, requested), requested);
        return executor.execute(write, () -> {
            String id = locks.find(schema, idOrSlug).map(Object::toString).orElse(idOrSlug);
            Change last = log.last(schema.resource(), id)
                    .orElseThrow(() -> RejectedException.unknownRecord(schema.resource(), idOrSlug, null));
            List<String> merged = withMerged ? log.mergedInto(schema.resource(), id) : List.of();
            Redaction fullRedaction = redaction.withDerived(derivedFieldsOf(schema, redaction));
            Object key = schema.id(id);
            return repositories
                    .of(schema)
                    .lock(key)
                    .map(record -> redactExisting(schema, record, fullRedaction, merged))
                    .orElseGet(() -> redactDeleted(schema, key, last, fullRedaction, merged));
        });
    }

    /** Returns the fields that are derived from the redacted one and would reveal its value. */
    private Set<String> derivedFieldsOf(ResourceSchema schema, Redaction redaction) {
        String field = redaction.path().split("\\.", 2)[0];
        return repositories.of(schema).derivedFields().entrySet().stream()
                .filter(derived -> derived.getValue().equals(field))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private WritePlan redactExisting(
            ResourceSchema schema, LockedRecord record, Redaction redaction, List<String> merged) {
        RecordRepository<?, ?, ?> repository = repositories.of(schema);
        requireSourceEmpty(repository, record.json(), redaction);
        ObjectNode after = record.json().deepCopy();
        boolean isHeld = redaction.apply(after);
        int claimCount = redaction.applyToClaims(after);
        Set<String> paths = new LinkedHashSet<>(List.of(redaction.path()));
        paths.addAll(redaction.derived());
        if (claimCount > 0) {
            paths.add("provenance");
        }
        ValidatedRecord validated = recordFactory.revalidate(repository, record.json(), after);
        // Before the row is changed: a query would flush it, and its timestamp is not set yet.
        RedactionReach reach =
                copies.redact(schema, record.id().toString(), redaction, isHeld ? 1 : 0, claimCount, merged);
        List<PendingChange> changes = changesOfMerged(schema, merged);
        PendingChange own = repository.rewrite(record, validated, paths);
        changes.add(own);
        return WritePlan.redacted(record.id(), record, own, changes, reach);
    }

    /**
     * Rejects the redaction of a derived field whose source has a value: the value would be derived again, and the
     * source reveals it anyway.
     */
    private static void requireSourceEmpty(
            RecordRepository<?, ?, ?> repository, ObjectNode record, Redaction redaction) {
        String source = repository.derivedFields().get(redaction.path());
        if (source != null && !record.get(source).isNull()) {
            throw RejectedException.of(
                    ProblemKind.INVALID_RECORD,
                    Violation.at("/path", "derived-field", source).suggesting(source));
        }
    }

    private WritePlan redactDeleted(
            ResourceSchema schema, Object id, Change last, Redaction redaction, List<String> merged) {
        RedactionReach reach = copies.redact(schema, id.toString(), redaction, 0, 0, merged);
        List<PendingChange> changes = changesOfMerged(schema, merged);
        changes.add(log.ofGone(last));
        return WritePlan.redacted(id, null, null, changes, reach);
    }

    /** Returns the changes by which clients that keep a copy of the log learn of the redaction of merged records. */
    private List<PendingChange> changesOfMerged(ResourceSchema schema, List<String> merged) {
        List<PendingChange> changes = new ArrayList<>();
        merged.forEach(
                id -> changes.add(log.ofGone(log.last(schema.resource(), id).orElseThrow())));
        return changes;
    }

    private static Field field(ResourceSchema schema, Redaction redaction) {
        String[] names = redaction.path().split("\\.", 2);
        Optional<Field> field =
                schema.field(names[0]).filter(each -> !schema.serverFields().contains(each.name()));
        if (names.length > 1) {
            field = field.filter(each -> each.shape() == Field.Shape.OBJECT).flatMap(each -> each.parts().stream()
                    .filter(part -> part.name().equals(names[1]))
                    .findFirst());
        }
        return field.orElseThrow(() -> RejectedException.of(
                ProblemKind.INVALID_RECORD, Violation.at("/path", "no-such-field", redaction.path())));
    }

    /** Returns the redaction with its replacement in the form in which texts are stored. */
    private static Redaction normalized(Field field, Redaction redaction) {
        if (redaction.replacement() == null) {
            return redaction;
        }
        String replacement = TextNormalizer.normalize(redaction.replacement(), field.isMultiline());
        TextNormalizer.controlCharacter(replacement).ifPresent(control -> {
            throw RejectedException.of(
                    ProblemKind.INVALID_RECORD,
                    Violation.at("/replacement", "control-character", TextNormalizer.codePoint(control)));
        });
        return new Redaction(redaction.path(), replacement);
    }
}
