package org.startupatlas.write.redact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.startupatlas.changelog.Change;
import org.startupatlas.changelog.Fault;
import org.startupatlas.changelog.LockedRecord;
import org.startupatlas.changelog.PendingChange;
import org.startupatlas.changelog.RecordRepository;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.changelog.RedactionRepository;
import org.startupatlas.changelog.ValidatedRecord;
import org.startupatlas.record.TextNormalizer;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.RecordLocks;
import org.startupatlas.write.Repositories;
import org.startupatlas.write.RetryingTransactions;
import org.startupatlas.write.WritePlan;
import org.startupatlas.write.request.RedactionReach;
import org.startupatlas.write.request.WriteRejectedException;
import org.startupatlas.write.request.WriteRejectedException.Reason;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;
import org.startupatlas.write.validate.RecordFactory;

/**
 * Takes a value out of a record, out of all its past versions and out of every other copy that the registry keeps; the
 * record may be gone. A redaction is itself a change, so that clients' copies lose the value too.
 */
@Singleton
public class RecordRedactor {

    private final Repositories repositories;
    private final RecordFactory recordFactory;
    private final RecordLocks locks;
    private final RedactionRepository log;
    private final CopyRedactor copies;
    private final RetryingTransactions transactions;

    RecordRedactor(
            Repositories repositories,
            RecordFactory recordFactory,
            RecordLocks locks,
            RedactionRepository log,
            CopyRedactor copies,
            RetryingTransactions transactions) {
        this.repositories = repositories;
        this.recordFactory = recordFactory;
        this.locks = locks;
        this.log = log;
        this.copies = copies;
        this.transactions = transactions;
    }

    /**
     * Redacts.
     *
     * @param withMerged whether to redact the records that were merged into this one too
     * @throws Refusal if the record was never there, the field is none, or the record cannot be without a value there
     */
    public WriteResult redact(WriteRequest write, String idOrSlug, Redaction asSent, boolean withMerged) {
        ResourceSchema declaration = write.schema();
        Redaction redaction = normalized(field(declaration, asSent), asSent);
        return transactions.run(write, () -> {
            String id = locks.find(declaration, idOrSlug).map(Object::toString).orElse(idOrSlug);
            Change last = log.last(declaration.resource(), id)
                    .orElseThrow(() -> WriteRejectedException.of(Reason.UNKNOWN, declaration.resource(), idOrSlug));
            List<String> merged = withMerged ? log.mergedInto(declaration.resource(), id) : List.of();
            Redaction whole = redaction.withDerived(derived(declaration, redaction));
            Object key = declaration.hasWordsAsIds() ? id : UUID.fromString(id);
            return repositories
                    .of(declaration)
                    .lock(key)
                    .map(record -> ofLiving(declaration, record, whole, merged))
                    .orElseGet(() -> ofGone(declaration, key, last, whole, merged));
        });
    }

    /** The fields that follow from the redacted one, which would tell it still. */
    private Set<String> derived(ResourceSchema declaration, Redaction redaction) {
        String field = redaction.path().split("\\.", 2)[0];
        return repositories.of(declaration).derivedFields().entrySet().stream()
                .filter(derived -> derived.getValue().equals(field))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private WritePlan ofLiving(
            ResourceSchema declaration, LockedRecord record, Redaction redaction, List<String> merged) {
        RecordRepository<?, ?, ?> repository = repositories.of(declaration);
        requireSourceGone(repository, record.json(), redaction);
        ObjectNode after = record.json().deepCopy();
        boolean isHeld = redaction.apply(after);
        int claims = redaction.applyToClaims(after);
        Set<String> paths = new LinkedHashSet<>(List.of(redaction.path()));
        paths.addAll(redaction.derived());
        if (claims > 0) {
            paths.add("provenance");
        }
        ValidatedRecord candidate = recordFactory.revalidate(repository, record.json(), after);
        // Before the row is touched, which has no time yet: a query would flush it.
        RedactionReach reach =
                copies.redact(declaration, record.id().toString(), redaction, isHeld ? 1 : 0, claims, merged);
        List<PendingChange> changes = ofMerged(declaration, merged);
        PendingChange own = repository.rewrite(record, candidate, paths);
        changes.add(own);
        return WritePlan.redacted(record.id(), record, own, changes, reach);
    }

    /** A derived field would have its value again as long as its source has one, which tells it anyway. */
    private static void requireSourceGone(
            RecordRepository<?, ?, ?> repository, ObjectNode record, Redaction redaction) {
        String source = repository.derivedFields().get(redaction.path());
        if (source != null && !record.get(source).isNull()) {
            throw WriteRejectedException.invalid(
                    List.of(Fault.of("/path", "derived-field", source).meaning(source)));
        }
    }

    private WritePlan ofGone(
            ResourceSchema declaration, Object id, Change last, Redaction redaction, List<String> merged) {
        RedactionReach reach = copies.redact(declaration, id.toString(), redaction, 0, 0, merged);
        List<PendingChange> changes = ofMerged(declaration, merged);
        changes.add(log.ofGone(last));
        return WritePlan.redacted(id, null, null, changes, reach);
    }

    /** The changes that tell those who keep the log of the redaction of merged records. */
    private List<PendingChange> ofMerged(ResourceSchema declaration, List<String> merged) {
        List<PendingChange> changes = new ArrayList<>();
        merged.forEach(id ->
                changes.add(log.ofGone(log.last(declaration.resource(), id).orElseThrow())));
        return changes;
    }

    private static Field field(ResourceSchema declaration, Redaction redaction) {
        String[] names = redaction.path().split("\\.", 2);
        Optional<Field> field = declaration.field(names[0]).filter(each -> !RecordFactory.MANAGED_FIELDS.contains(each.name()));
        if (names.length > 1) {
            field = field.filter(each -> each.shape() == Field.Shape.OBJECT).flatMap(each -> each.parts().stream()
                    .filter(part -> part.name().equals(names[1]))
                    .findFirst());
        }
        return field.orElseThrow(
                () -> WriteRejectedException.invalid(List.of(Fault.of("/path", "no-such-field", redaction.path()))));
    }

    /** Returns the redaction with its replacement in the form in which texts are stored. */
    private static Redaction normalized(Field field, Redaction redaction) {
        if (redaction.replacement() == null) {
            return redaction;
        }
        String replacement = TextNormalizer.normalize(redaction.replacement(), field.isMultiline());
        TextNormalizer.controlCharacter(replacement).ifPresent(control -> {
            throw WriteRejectedException.invalid(
                    List.of(Fault.of("/replacement", "control-character", TextNormalizer.codePoint(control))));
        });
        return new Redaction(redaction.path(), replacement);
    }
}
