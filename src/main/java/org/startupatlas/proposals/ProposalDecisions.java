package org.startupatlas.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.startupatlas.changelog.Change;
import org.startupatlas.proposals.store.Proposal;
import org.startupatlas.proposals.store.ProposalRepository;
import org.startupatlas.proposals.store.ProposalState;
import org.startupatlas.query.expand.Today;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.write.RecordWriter;
import org.startupatlas.write.request.Actor;
import org.startupatlas.write.request.WriteRequest;
import org.startupatlas.write.request.WriteResult;

/** Accepts and declines proposals, and passes questions and answers between curators and proposers. */
@Singleton
class ProposalDecisions {

    private static final Logger LOG = Logger.getLogger(ProposalDecisions.class);

    private static final String PROVENANCE = "provenance";

    private final SchemaRegistry registry;
    private final ProposalRepository repository;
    private final ProposedRecords records;
    private final RecordWriter writer;
    private final Today today;
    private final ObjectMapper json;

    ProposalDecisions(
            SchemaRegistry registry,
            ProposalRepository repository,
            ProposedRecords records,
            RecordWriter writer,
            Today today,
            ObjectMapper json) {
        this.registry = registry;
        this.repository = repository;
        this.records = records;
        this.writer = writer;
        this.today = today;
        this.json = json;
    }

    /**
     * Writes what a proposal suggests, in the name of the curator and with its source, and marks it as accepted in the
     * same transaction.
     *
     * @param note a note, or null
     * @param by the public id of the curator's key
     * @return the proposal as it is stored now
     * @throws RejectedException if it was decided before, if a field that it changes has changed since, or if the write
     *     is rejected
     */
    Proposal accept(Proposal proposal, String note, String by) {
        requireUndecided(proposal);
        ResourceSchema schema = registry.get(proposal.resource());
        String id = proposal.id();
        WriteRequest write = new WriteRequest(schema, new Actor(by, null), false, null);
        Consumer<WriteResult> mark = result -> repository.accept(
                repository.lock(id), note, by, result.record().id().toString(), revision(result));
        try {
            WriteResult result = proposal.isOfNewRecord()
                    ? writer.create(write, () -> newRecord(repository.lock(id)), mark)
                    : writer.change(
                            write,
                            find(schema, proposal.recordId()),
                            before -> changed(repository.lock(id), before),
                            mark);
            LOG.infof("proposal %s was accepted by %s as revision %d", id, by, revision(result));
        } catch (RejectedException rejected) {
            throw rejected.kind() == ProblemKind.CONFLICT ? rejected : ChangesViolations.translated(rejected);
        }
        return repository.read(id).orElseThrow();
    }

    private static long revision(WriteResult result) {
        List<Change> changes = result.changes();
        return changes.get(changes.size() - 1).revision();
    }

    private String find(ResourceSchema schema, String id) {
        Optional<Object> found = records.find(schema, id);
        return found.map(Object::toString)
                .orElseThrow(() -> RejectedException.unknownRecord(schema.resource(), id, null));
    }

    private ObjectNode newRecord(Proposal proposal) {
        requireUndecided(proposal);
        ObjectNode record = (ObjectNode) RecordJson.parse(json, proposal.changes());
        record.putArray(PROVENANCE).add(new SourceClaims(proposal, today.day()).ofRecord());
        return record;
    }

    /**
     * Returns the record with the differences of the proposal, not with its patch: what the patch repeated unchanged may
     * have changed since.
     */
    private ObjectNode changed(Proposal proposal, ObjectNode before) {
        requireUndecided(proposal);
        JsonNode changed = RecordJson.parse(json, proposal.changed());
        List<Violation> stale = StaleFields.of(changed, before).stream()
                .map(StaleFields.StaleValue::violation)
                .toList();
        if (!stale.isEmpty()) {
            throw RejectedException.of(ProblemKind.CONFLICT, stale);
        }
        ObjectNode after = before.deepCopy();
        ArrayNode claims =
                new SourceClaims(proposal, today.day()).ofChanges(RecordJson.parse(json, proposal.changes()), changed);
        if (claims.isEmpty()) {
            throw RejectedException.of(ProblemKind.CONFLICT, Violation.ofWhole("value-redacted"));
        }
        for (JsonNode each : changed) {
            if (!StaleFields.isRedacted(each)) {
                set(after, each.get("path").textValue(), each.get("to"));
            }
        }
        ((ArrayNode) after.get(PROVENANCE)).addAll(claims);
        return after;
    }

    private static void set(ObjectNode object, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            object.set(path, value);
        } else {
            set((ObjectNode) object.get(path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }

    Proposal decline(Proposal proposal, String reason, String by) {
        return repository.change(proposal.id(), locked -> {
            requireUndecided(locked);
            repository.decline(locked, reason, by);
        });
    }

    Proposal ask(Proposal proposal, String question, String by) {
        return repository.change(proposal.id(), locked -> {
            requireUndecided(locked);
            repository.ask(locked, question, by);
        });
    }

    /**
     * Adds the answer to a question, after which the proposal waits for a curator again.
     *
     * @param by the public id of the key, or null
     */
    Proposal answer(Proposal proposal, String answer, String by) {
        return repository.change(proposal.id(), locked -> {
            requireUndecided(locked);
            if (locked.state() != ProposalState.ASKED) {
                throw conflict("nothing-asked");
            }
            repository.answer(locked, answer, by);
        });
    }

    private static void requireUndecided(Proposal proposal) {
        if (proposal.state().isFinal()) {
            throw conflict("proposal-decided", proposal.state().code());
        }
    }

    private static RejectedException conflict(String code, String... arguments) {
        return RejectedException.of(ProblemKind.CONFLICT, Violation.ofWhole(code, arguments));
    }
}
