package org.startupatlas.network.match.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.startupatlas.network.match.criterion.Closeness;
import org.startupatlas.network.match.criterion.Compared;
import org.startupatlas.network.match.criterion.Criterion;
import org.startupatlas.network.match.criterion.Hierarchy;
import org.startupatlas.network.match.criterion.Outcome;
import org.startupatlas.network.match.criterion.Value;
import org.startupatlas.network.match.party.Parties;
import org.startupatlas.network.match.party.Party;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Truth;

/** Compares a subject with all records of a resource, as they are on a day. */
public final class Matcher {

    /** Differences beyond these digits come from no reason. */
    private static final int DECIMALS = 4;

    private final Network network;
    private final Closeness closeness;
    private final Parties parties;
    private final Weights weights;
    private final LocalDate day;

    /** The network must not change while the matcher is used. */
    public Matcher(Network network, Hierarchy hierarchy, Weights weights, LocalDate day) {
        this.network = network;
        this.closeness = new Closeness(network, hierarchy);
        this.parties = new Parties(network, day);
        this.weights = weights;
        this.day = day;
    }

    /**
     * Returns the matches of a subject, the best first.
     *
     * @param resource that of the candidates
     * @param isCandidate whether a record is to be compared at all
     */
    public List<Match> matches(Subject subject, String resource, Predicate<Node> isCandidate) {
        List<Criterion> criteria = CriteriaTable.criteria(subject.kind(), resource).stream()
                .filter(subject::considers)
                // A criterion without weight is no reason for anything.
                .filter(criterion -> weights.of(criterion).signum() > 0)
                .toList();
        Party record = subject.record().flatMap(network::node).map(parties::of).orElse(null);
        List<Side> ours = criteria.stream()
                .map(criterion -> new Side(criterion, subject.values(criterion, record), subject.asks(criterion)))
                .toList();
        Map<RecordKey, Link> known = known(subject);
        return candidates(resource).stream()
                .filter(isCandidate)
                .map(node -> match(node, ours, node.key().equals(subject.key()), known.get(node.key())))
                .sorted(Match.ORDER)
                .toList();
    }

    /** The subject's values under one criterion, which are the same in all matches. */
    private record Side(Criterion criterion, List<Value> values, boolean asked) {}

    private Collection<? extends Node> candidates(String resource) {
        return switch (resource) {
            case RecordKey.STARTUPS -> network.startups();
            case RecordKey.PROGRAMS -> network.programs();
            case RecordKey.PARTNERS -> network.partners();
            case RecordKey.COUNTRIES -> network.countries();
            default -> throw new IllegalArgumentException(resource);
        };
    }

    /** Returns a link to each record that the subject is linked to: the first by kind and evidence. */
    private Map<RecordKey, Link> known(Subject subject) {
        Map<RecordKey, Link> known = new HashMap<>();
        subject.record().ifPresent(key -> Stream.concat(network.linksFrom(key).stream(), network.linksTo(key).stream())
                .filter(link -> link.isValidOn(day) != Truth.FALSE)
                .forEach(link -> known.putIfAbsent(link.other(key), link)));
        return known;
    }

    private Match match(Node node, List<Side> ours, boolean isSubject, Link known) {
        Party theirs = parties.of(node);
        List<Match.Verdict> verdicts = new ArrayList<>();
        double sum = 0;
        double unknown = 0;
        double total = 0;
        for (Side side : ours) {
            Criterion criterion = side.criterion;
            Compared compared = criterion.compare(side.values, theirs.values(criterion), side.asked, closeness);
            double weight = weights.of(criterion).doubleValue();
            total += weight;
            sum += weight * compared.closeness();
            unknown += compared.outcome() == Outcome.UNKNOWN ? weight : 0;
            verdicts.add(new Match.Verdict(criterion, weights.of(criterion), compared));
        }
        return new Match(node, share(sum, total), share(sum + unknown, total), verdicts, isSubject, known);
    }

    private static BigDecimal share(double part, double total) {
        return total == 0
                ? BigDecimal.ZERO.setScale(DECIMALS)
                : BigDecimal.valueOf(part / total).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
