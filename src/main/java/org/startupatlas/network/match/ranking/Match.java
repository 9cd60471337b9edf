package org.startupatlas.network.match.ranking;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.startupatlas.network.match.criterion.Compared;
import org.startupatlas.network.match.criterion.Criterion;
import org.startupatlas.network.match.criterion.Outcome;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.Node;

/**
 * A record that was compared with the subject.
 *
 * @param score the weighted mean of the closeness of all criteria, where what is unknown counts 0
 * @param atMost the score if all that is unknown were met
 * @param verdicts what came of each criterion, in the order of the table
 * @param known a link between it and the subject; null if there is none
 */
public record Match(Node node, BigDecimal score, BigDecimal atMost, List<Verdict> verdicts, Link known) {

    /** The best first; the id decides between equals. */
    public static final Comparator<Match> ORDER = Comparator.comparing(Match::score, Comparator.reverseOrder())
            .thenComparing(Match::atMost, Comparator.reverseOrder())
            .thenComparing(Match::id);

    /** What came of one criterion. */
    public record Verdict(Criterion criterion, BigDecimal weight, Compared compared) {}

    public Match {
        verdicts = List.copyOf(verdicts);
    }

    public String id() {
        return node.id();
    }

    /** Returns the criteria with an outcome, in the order of the table. */
    public List<Verdict> verdicts(Outcome outcome) {
        return verdicts.stream()
                .filter(verdict -> verdict.compared.outcome() == outcome)
                .toList();
    }

    /** Returns whether it is linked to the subject already. */
    public boolean isKnown() {
        return known != null;
    }

    public Optional<Link> knownBy() {
        return Optional.ofNullable(known);
    }
}
