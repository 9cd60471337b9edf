package org.startupatlas.explore.proposal;

import java.util.List;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Event;

/**
 * A suggestion, as its sender follows it.
 *
 * @param record the record, with the link to its page; without a link for one that is new or gone
 * @param address the absolute address of the page
 * @param changes what should be different
 * @param source the page that shows it
 * @param note the remark; null if there is none
 * @param state the label of the state
 * @param sent the day on which it was sent
 * @param decision what a curator decided; null before that
 * @param messages the questions and answers, in their order
 * @param answer the form that answers a question; null if none is open
 * @param errors why an answer was refused, each with the link to the input
 */
public record ProposalView(
        Anchor record,
        String address,
        List<Change> changes,
        Anchor source,
        String note,
        String state,
        String sent,
        Decision decision,
        List<Event> messages,
        AnswerForm answer,
        List<Anchor> errors) {

    /**
     * One value that should be different.
     *
     * @param texts the new value; empty if there should be none
     * @param isRemoved whether an admin has removed the value from the registry
     */
    public record Change(String label, List<Anchor> texts, boolean isRemoved) {

        public Change {
            texts = List.copyOf(texts);
        }
    }

    /**
     * A decision.
     *
     * @param reason what the curator said; null if nothing was said
     */
    public record Decision(String day, String reason) {}

    /**
     * The form that answers a question.
     *
     * @param action the address that it is sent to
     * @param text the answer as it was entered
     */
    public record AnswerForm(String action, String text) {}

    public ProposalView {
        changes = List.copyOf(changes);
        messages = List.copyOf(messages);
        errors = List.copyOf(errors);
    }
}
