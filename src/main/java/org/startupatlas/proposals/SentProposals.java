package org.startupatlas.proposals;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.startupatlas.proposals.store.Proposal;
import org.startupatlas.proposals.store.ProposalRepository;
import org.startupatlas.query.parameter.RejectedException;

/** Proposals as their senders follow them, by the id, which is the only credential. */
@Singleton
public class SentProposals {

    private static final Pattern ID_FORM = Pattern.compile("[0-9a-f]{32}");

    private final ProposalIntake intake;
    private final ProposalRepository repository;
    private final ProposalDecisions decisions;

    SentProposals(ProposalIntake intake, ProposalRepository repository, ProposalDecisions decisions) {
        this.intake = intake;
        this.repository = repository;
        this.decisions = decisions;
    }

    /**
     * Returns a proposal.
     *
     * @throws RejectedException if there is none of that id, or where no key could decide proposals
     */
    public Proposal find(String id) {
        intake.requireOpen();
        return Optional.of(id)
                .filter(text -> ID_FORM.matcher(text).matches())
                .flatMap(repository::read)
                .orElseThrow(() -> RejectedException.unknownRecord("proposals", id, null));
    }

    /**
     * Answers the question of a curator without a key.
     *
     * @throws RejectedException as {@link #find}, if the text is invalid, or if no question is open
     */
    public void answer(String id, String text) {
        Proposal proposal = find(id);
        decisions.answer(proposal, ProposalNote.required(text).note(), null);
    }
}
