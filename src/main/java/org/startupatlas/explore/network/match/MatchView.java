package org.startupatlas.explore.network.match;

import java.math.BigDecimal;
import java.util.List;
import org.startupatlas.explore.view.Anchor;

/**
 * A record that another one should meet, with the reasons.
 *
 * @param who the record
 * @param score from 0 to 1, as a meter shows it
 * @param share the score as a percentage, in a sentence
 * @param known how the two are linked already; null if they are not
 * @param reasons what fits, as sentences
 * @param unmet what does not fit, as sentences
 * @param unknown what is not known of it, in one sentence; null if nothing is
 */
public record MatchView(
        Anchor who,
        BigDecimal score,
        String share,
        String known,
        List<String> reasons,
        List<String> unmet,
        String unknown) {

    public MatchView {
        reasons = List.copyOf(reasons);
        unmet = List.copyOf(unmet);
    }
}
