package org.startupatlas.proposals.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.startupatlas.changelog.Redaction;
import org.startupatlas.database.WriteSerializer;
import org.startupatlas.http.Limits;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.write.request.RecordCopies;

/** Reads and writes the table of proposals. Proposals are no records: they have no revision and are not in the log. */
@Singleton
public class ProposalRepository implements PanacheRepositoryBase<Proposal, String>, RecordCopies {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int ID_BYTES = 16;

    /** Curators decide when there is room again; an hour is how often a client should look. */
    private static final long SECONDS_UNTIL_ROOM = 3_600;

    private static final String IS_UNDECIDED = "state in ('open', 'asked')";

    private final ObjectMapper json;
    private final WriteSerializer serializer;
    private final Clock clock = Clock.systemUTC();

    ProposalRepository(ObjectMapper json, WriteSerializer serializer) {
        this.json = json;
        this.serializer = serializer;
    }

    /**
     * Stores a new proposal under a random id.
     *
     * @param client identifies the address or key that sent it
     * @throws RejectedException if there are too many undecided proposals, of this client or in all
     */
    public Proposal add(ProposalDraft draft, String client) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        Proposal proposal = new Proposal(HexFormat.of().formatHex(id), draft, client, now());
        serializer.take(() -> QuarkusTransaction.requiringNew().run(() -> {
            requireRoom(client);
            persist(proposal);
        }));
        return proposal;
    }

    private void requireRoom(String client) {
        if (count("client = ?1 and " + IS_UNDECIDED, client) >= Limits.MAX_OPEN_PROPOSALS_PER_CLIENT) {
            throw full("too-many-open-proposals-of-client", Limits.MAX_OPEN_PROPOSALS_PER_CLIENT);
        }
        if (count(IS_UNDECIDED) >= Limits.MAX_OPEN_PROPOSALS) {
            throw full("too-many-open-proposals", Limits.MAX_OPEN_PROPOSALS);
        }
    }

    private static RejectedException full(String code, int limit) {
        return RejectedException.tooManyRequests(Violation.ofWhole(code, String.valueOf(limit)), SECONDS_UNTIL_ROOM);
    }

    @Transactional
    public Optional<Proposal> read(String id) {
        return findByIdOptional(id);
    }

    /** Returns the latest proposals, newest first; only those in a state, if one is given. */
    @Transactional
    public List<Proposal> latest(Optional<ProposalState> state) {
        Sort newestFirst = Sort.descending("createdAt").and("id");
        return state.map(only -> find("state", newestFirst, only.code()))
                .orElseGet(() -> findAll(newestFirst))
                .page(0, Limits.MAX_PROPOSALS_LISTED)
                .list();
    }

    /** Returns a proposal, locked until the current transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Proposal lock(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
    }

    /**
     * Changes a proposal in a transaction of its own.
     *
     * @param change called with the locked proposal
     * @return the proposal after the change
     */
    public Proposal change(String id, Consumer<Proposal> change) {
        return serializer.take(() -> QuarkusTransaction.requiringNew().call(() -> {
            Proposal proposal = lock(id);
            change.accept(proposal);
            return proposal;
        }));
    }

    /** Asks the proposer of a locked proposal. */
    public void ask(Proposal proposal, String question, String by) {
        addMessage(proposal, ProposalMessage.ASK, question, by);
        proposal.setState(ProposalState.ASKED);
    }

    /**
     * Adds the answer of the proposer to a locked proposal.
     *
     * @param by the public id of the key, or null
     */
    public void answer(Proposal proposal, String answer, String by) {
        addMessage(proposal, ProposalMessage.ANSWER, answer, by);
        proposal.setState(ProposalState.OPEN);
    }

    /** Declines a locked proposal. */
    public void decline(Proposal proposal, String reason, String by) {
        addMessage(proposal, ProposalMessage.DECLINE, reason, by);
        proposal.decide(ProposalState.DECLINED, by, now());
    }

    /**
     * Marks a locked proposal as written.
     *
     * @param note a note, or null
     */
    public void accept(Proposal proposal, String note, String by, String recordId, long revision) {
        if (note != null) {
            addMessage(proposal, ProposalMessage.ACCEPT, note, by);
        }
        proposal.decide(ProposalState.ACCEPTED, by, now());
        proposal.setWritten(recordId, revision);
    }

    private void addMessage(Proposal proposal, String kind, String text, String by) {
        ArrayNode messages = (ArrayNode) RecordJson.parse(json, proposal.messages());
        messages.add(json.<JsonNode>valueToTree(new ProposalMessage(kind, text, now(), by)));
        proposal.setMessages(RecordJson.text(json, messages));
    }

    @Override
    public String place() {
        return "proposals";
    }

    /** Removes the value from the changes and the diffs of all proposals for the record, decided ones too. */
    @Override
    public int redact(ResourceSchema schema, String recordId, Redaction redaction) {
        int redacted = 0;
        for (Proposal proposal : list("recordId = ?1 and resource = ?2", recordId, schema.resource())) {
            ObjectNode changes = (ObjectNode) RecordJson.parse(json, proposal.changes());
            JsonNode changed = RecordJson.parse(json, proposal.changed());
            boolean isHeld = redaction.apply(changes);
            if (redaction.applyToChanged(changed) || isHeld) {
                update(
                        "changes = ?1, changed = ?2 where id = ?3",
                        changes.toString(),
                        changed.toString(),
                        proposal.id());
                redacted++;
            }
        }
        return redacted;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
