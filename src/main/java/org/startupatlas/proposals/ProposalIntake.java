package org.startupatlas.proposals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.startupatlas.auth.Authenticator;
import org.startupatlas.auth.Client;
import org.startupatlas.auth.Principal;
import org.startupatlas.http.record.RequestBody;
import org.startupatlas.proposals.store.Proposal;
import org.startupatlas.proposals.store.ProposalRepository;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;

/** Takes in proposals, as many as a client may send. */
@Singleton
public class ProposalIntake {

    private final Authenticator authenticator;
    private final ProposalLimiter limiter;
    private final NewProposalReader reader;
    private final ProposalRepository repository;

    ProposalIntake(
            Authenticator authenticator,
            ProposalLimiter limiter,
            NewProposalReader reader,
            ProposalRepository repository) {
        this.authenticator = authenticator;
        this.limiter = limiter;
        this.reader = reader;
        this.repository = repository;
    }

    /** Returns whether proposals are taken: where no key could decide them, they are not. */
    public boolean isOpen() {
        return authenticator.hasCurators();
    }

    /** Rejects everything where proposals are not taken. */
    void requireOpen() {
        if (!isOpen()) {
            throw RejectedException.of(ProblemKind.PROPOSALS_OFF);
        }
    }

    /**
     * Stores a proposal.
     *
     * @param sender the key that sent it, if any
     * @param body the body of the request
     * @throws RejectedException if the client has sent too many, or with all that is wrong with it
     */
    Proposal submit(Optional<Principal> sender, HttpServerRequest request, InputStream body) {
        return submit(sender, request, () -> RequestBody.object(request, body, RequestBody.JSON));
    }

    /**
     * Stores a proposal without a key, and returns its id, by which its sender follows it.
     *
     * @param body its JSON, as {@code POST /v1/proposals} takes it
     * @throws RejectedException as {@link #submit(Optional, HttpServerRequest, InputStream)}, or if none is taken
     */
    public String submit(HttpServerRequest request, ObjectNode body) {
        requireOpen();
        return submit(Optional.empty(), request, () -> body).id();
    }

    /** Reads the body only if the client may send one. */
    private Proposal submit(Optional<Principal> sender, HttpServerRequest request, Supplier<ObjectNode> body) {
        Client client = Authenticator.client(sender, request);
        limiter.take(client);
        String keyId = sender.map(Principal::keyId).orElse(null);
        return repository.add(reader.read(body.get(), keyId), limiter.code(client));
    }
}
