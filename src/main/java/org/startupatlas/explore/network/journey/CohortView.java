package org.startupatlas.explore.network.journey;

import java.util.List;
import org.startupatlas.explore.view.Anchor;

/**
 * What became of the startups of a program, on its page.
 *
 * @param size how many took part, and of how many it is not known when
 * @param edition the edition whose startups are counted; null for all
 * @param editions the links to the others; empty if there is one cohort only
 * @param api the call that returns the same
 */
public record CohortView(String size, String edition, List<Anchor> editions, List<Row> rows, String api) {

    /**
     * A milestone and a window.
     *
     * @param counts how many reached it, of how many it is unknown, how many did not, have time left, and reached it before
     * @param decided of how many of all it is known whether they reached it
     * @param through through whom they reached it, each with how many they were
     */
    public record Row(String milestone, String window, List<String> counts, String decided, List<Through> through) {

        public Row {
            counts = List.copyOf(counts);
            through = List.copyOf(through);
        }
    }

    /** A program or partner, and how many startups reached a milestone through it. */
    public record Through(Anchor node, String startups) {}

    public CohortView {
        editions = List.copyOf(editions);
        rows = List.copyOf(rows);
    }
}
