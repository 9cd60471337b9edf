package org.startupatlas.explore.network.match;

import java.util.List;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Choice;

/**
 * A page of the matches of a record.
 *
 * @param record the record, with the link to its page
 * @param candidates what the record can be matched with
 * @param pillars what a startup may need; empty where that does not count
 * @param unknown what is not known of the record itself and so was not compared; null if nothing is
 * @param matches the matches, the best first
 * @param first the first page; null if this is it
 * @param next the next page; null if this is the last one
 * @param formats the matches in other formats
 */
public record MatchesView(
        Anchor record,
        List<Choice> candidates,
        List<Choice> pillars,
        String unknown,
        List<MatchView> matches,
        String first,
        String next,
        List<Anchor> formats) {

    public MatchesView {
        candidates = List.copyOf(candidates);
        pillars = List.copyOf(pillars);
        matches = List.copyOf(matches);
        formats = List.copyOf(formats);
    }
}
