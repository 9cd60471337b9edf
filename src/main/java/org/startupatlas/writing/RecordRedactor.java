package org.startupatlas.writing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.startupatlas.change.Change;
import org.startupatlas.change.Fault;
import org.startupatlas.change.PendingChange;
import org.startupatlas.change.RecordRepository;
import org.startupatlas.change.Redaction;
import org.startupatlas.change.RedactionRepository;
import org.startupatlas.change.Stored;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Field;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Row;
import org.startupatlas.writing.Refusal.Reason;

/**
 * Takes a value out of a record and out of all its past versions, also of one that is gone. It is itself a change, so
 * that copies lose the value too.
 */
@Singleton
public class RecordRedactor {

    private final Repositories repositories;
    private final RecordChecks checks;
    private final RecordReader records;
    private final RedactionRepository log;
    private final WriteTransactions transactions;

    RecordRedactor(
            Repositories repositories,
            RecordChecks checks,
            RecordReader records,
            RedactionRepository log,
            WriteTransactions transactions) {
        this.repositories = repositories;
        this.checks = checks;
        this.records = records;
        this.log = log;
        this.transactions = transactions;
    }

    /**
     * Redacts.
     *
     * @throws Refusal if the record was never there, the field is none, or the record cannot be without a value there
     */
    public Outcome redact(Write write, String idOrSlug, Redaction redaction) {
        Declaration declaration = write.declaration();
        requireField(declaration, redaction);
        return transactions.run(write, () -> {
            String id = records.find(declaration, idOrSlug)
                    .map(Row::id)
                    .map(Object::toString)
                    .orElse(idOrSlug);
            Change last = log.last(declaration.resource(), id)
                    .orElseThrow(() -> Refusal.of(Reason.UNKNOWN, declaration.resource(), idOrSlug));
            Object key = declaration.hasWordsAsIds() ? id : UUID.fromString(id);
            Optional<Stored> stored = repositories.of(declaration).lock(key);
            Runnable redacting = () -> log.redact(declaration.resource(), id, redaction);
            return stored.map(record -> ofLiving(declaration, record, redaction, redacting))
                    .orElseGet(() -> new Plan(key, null, false, null, List.of(log.ofGone(last)), redacting));
        });
    }

    private Plan ofLiving(Declaration declaration, Stored record, Redaction redaction, Runnable redacting) {
        RecordRepository<?, ?, ?> repository = repositories.of(declaration);
        ObjectNode after = record.json().deepCopy();
        redaction.apply(after);
        PendingChange change = repository.rewrite(record, checks.reread(repository, after), redaction.path());
        return new Plan(record.id(), record, true, change, List.of(change), redacting);
    }

    private static void requireField(Declaration declaration, Redaction redaction) {
        String[] names = redaction.path().split("\\.", 2);
        Optional<Field> field = declaration.field(names[0]).filter(each -> !RecordChecks.GIVEN.contains(each.name()));
        boolean known = field.isPresent()
                && (names.length == 1
                        || field.get().shape() == Field.Shape.OBJECT
                                && field.get().parts().stream()
                                        .anyMatch(part -> part.name().equals(names[1])));
        if (!known) {
            throw Refusal.invalid(List.of(Fault.of("/path", "no-such-field", redaction.path())));
        }
    }
}
