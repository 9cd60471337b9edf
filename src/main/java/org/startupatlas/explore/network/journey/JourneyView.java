package org.startupatlas.explore.network.journey;

import java.util.List;
import org.startupatlas.explore.view.Anchor;

/**
 * The journey of a startup, on its page.
 *
 * @param notKnown of which kinds of steps no record says anything; null if there are none of these
 * @param none which kinds of steps have not happened, as records say; null if there are none of these
 * @param api the call that returns the same
 */
public record JourneyView(List<StepView> steps, String notKnown, String none, String api) {

    /**
     * A step.
     *
     * @param date null if it is not known
     * @param node the program or country; null where there is none
     * @param detail such as the outcome or the amount; null if there is nothing
     * @param partners those that gave the money
     * @param evidence the record that says so
     * @param sources who says so
     * @param unknown what is not known of it; null if everything is
     */
    public record StepView(
            String date,
            String kind,
            Anchor node,
            String detail,
            List<Anchor> partners,
            Anchor evidence,
            List<Anchor> sources,
            String unknown) {

        public StepView {
            partners = List.copyOf(partners);
            sources = List.copyOf(sources);
        }
    }

    public JourneyView {
        steps = List.copyOf(steps);
    }
}
