package org.startupatlas.network.match.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
import org.startupatlas.network.model.Startup;

/** Compares a subject with all records of a resource, as they are on a day. */
public final class Matcher {

    /** Differences beyond these digits come from no reason. */
    private static final int DECIMALS = 4;

    private final Network network;
    private final Closeness closeness;
    private final Parties parties;
    private final Weights weights;
    private final LocalDate day;
    private final KnownLinks knownLinks;

    /** The network must not change while the matcher is used. */
    public Matcher(Network network, Hierarchy hierarchy, Weights weights, LocalDate day) {
        this.network = network;
        this.closeness = new Closeness(network, hierarchy);
        this.parties = new Parties(network, day);
        this.weights = weights;
        this.day = day;
        this.knownLinks = new KnownLinks(network, day);
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
                .map(criterion -> side(criterion, subject, record))
                .toList();
        Map<RecordKey, Link> known =
                subject.record().map(key -> knownLinks.of(key)).orElse(Map.of());
        String name = subject.record()
                .flatMap(network::node)
                .map(node -> Value.code(node.key().resource(), node.slug()))
                .orElse(null);
        return candidates(resource).stream()
                .filter(node -> !node.key().equals(subject.key()) && !isYetToBeFounded(node))
                .filter(isCandidate)
                .map(node -> match(node, ours, name, known.get(node.key())))
                .sorted(Match.ORDER)
                .toList();
    }

    /** The subject's values under one criterion, which are the same in all matches. */
    private record Side(Criterion criterion, List<Value> values, boolean asked, boolean isExhaustive) {}

    private static Side side(Criterion criterion, Subject subject, Party record) {
        boolean asked = subject.asks(criterion);
        return new Side(
                criterion,
                subject.values(criterion, record),
                asked,
                asked || record == null || record.isExhaustive(criterion));
    }

    private boolean isYetToBeFounded(Node node) {
        return node instanceof Startup startup && startup.isYetToBeFounded(day);
    }

    private Collection<? extends Node> candidates(String resource) {
        return switch (resource) {
            case RecordKey.STARTUPS -> network.startups();
            case RecordKey.PROGRAMS -> network.programs();
            case RecordKey.PARTNERS -> network.partners();
            case RecordKey.COUNTRIES -> network.countries();
            default -> throw new IllegalArgumentException(resource);
        };
    }

    private Match match(Node node, List<Side> ours, String subject, Link known) {
        Party theirs = parties.of(node);
        List<Match.Verdict> verdicts = new ArrayList<>();
        double sum = 0;
        double unknown = 0;
        double total = 0;
        for (Side side : ours) {
            Criterion criterion = side.criterion;
            Compared compared = compare(side, theirs, subject);
            double weight = weights.of(criterion).doubleValue();
            total += weight;
            sum += weight * compared.closeness();
            unknown += compared.outcome() == Outcome.UNKNOWN ? weight : 0;
            verdicts.add(new Match.Verdict(criterion, weights.of(criterion), compared));
        }
        return new Match(node, share(sum, total), share(sum + unknown, total), verdicts, known);
    }

    private Compared compare(Side side, Party theirs, String subject) {
        Criterion criterion = side.criterion;
        List<Value> values = theirs.values(criterion);
        if (criterion == Criterion.TRACK_RECORD) {
            // What was done for the subject itself is what makes it known, and no evidence of more.
            values = values.stream()
                    .filter(value -> !value.code().equals(subject))
                    .toList();
        }
        Compared compared = criterion.compare(side.values, values, side.asked, closeness);
        boolean areTheirsAll = theirs.isExhaustive(criterion);
        return compared.outcome() == Outcome.UNMET && !(side.isExhaustive && areTheirsAll)
                ? Compared.unknown(side.isExhaustive ? side.values : List.of(), areTheirsAll ? values : List.of())
                : compared;
    }

    private static BigDecimal share(double part, double total) {
        return total == 0
                ? BigDecimal.ZERO.setScale(DECIMALS)
                : BigDecimal.valueOf(part / total).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
