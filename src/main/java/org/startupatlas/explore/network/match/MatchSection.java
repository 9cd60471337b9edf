package org.startupatlas.explore.network.match;

import java.util.List;
import org.startupatlas.explore.view.Anchor;

/**
 * The best matches of a record, on its page.
 *
 * @param heading such as "Startups to meet"
 * @param groups the matches by what they are
 * @param unknown what is not known of the record itself and so was not compared; null if nothing is
 */
public record MatchSection(String heading, List<Group> groups, String unknown) {

    /**
     * Matches of one kind.
     *
     * @param title such as "Programmes"; null where there is one group only
     * @param all the link to the page with all of them
     */
    public record Group(String title, List<MatchView> matches, Anchor all) {

        public Group {
            matches = List.copyOf(matches);
        }
    }

    public MatchSection {
        groups = List.copyOf(groups);
    }
}
