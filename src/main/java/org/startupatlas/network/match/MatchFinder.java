package org.startupatlas.network.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.startupatlas.network.match.criterion.VocabularyHierarchy;
import org.startupatlas.network.match.ranking.Match;
import org.startupatlas.network.match.ranking.Matcher;
import org.startupatlas.network.match.ranking.Subject;
import org.startupatlas.network.match.ranking.Weights;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.ConditionMatcher;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.record.RecordJson;

/** Finds matches. */
@Singleton
public final class MatchFinder {

    private final NetworkModel model;
    private final VocabularyHierarchy hierarchy;
    private final ObjectMapper json;

    MatchFinder(NetworkModel model, VocabularyHierarchy hierarchy, ObjectMapper json) {
        this.model = model;
        this.hierarchy = hierarchy;
        this.json = json;
    }

    /**
     * A page of matches, the best first.
     *
     * @param cursor that of the next page; null on the last one
     * @param revision that of the network
     */
    public record Found(List<Match> matches, String cursor, long revision) {

        public Found {
            matches = List.copyOf(matches);
        }
    }

    /**
     * Returns the page of a query.
     *
     * @throws RejectedException if the subject is a record that the network does not have: deleted after it was found, or
     *     written so recently that this node has not read it
     */
    public Found find(MatchQuery query, Subject subject) {
        return model.read(network -> {
            subject.record().filter(key -> network.node(key).isEmpty()).ifPresent(key -> {
                throw key.unknownRecord();
            });
            List<Match> behind = new Matcher(network, hierarchy, query.weights(), query.day())
                    .matches(subject, query.candidates().resource(), satisfies(query.condition(), network)).stream()
                            .filter(query::shows)
                            .toList();
            List<Match> page = behind.subList(0, Math.min(query.limit(), behind.size()));
            boolean hasMore = page.size() < behind.size();
            long revision = network.revision();
            return new Found(page, hasMore ? query.cursorAfter(page.get(page.size() - 1), revision) : null, revision);
        });
    }

    /**
     * Returns the best matches of a record; none if the network does not have it.
     *
     * @param resource that of the candidates
     * @param isWanted what matches must be
     */
    public List<Match> best(RecordKey record, String resource, LocalDate day, Predicate<Match> isWanted, int limit) {
        return model.read(network -> network.node(record).isEmpty()
                ? List.of()
                : new Matcher(network, hierarchy, Weights.STANDARD, day)
                        .matches(Subject.of(record, List.of()), resource, node -> true).stream()
                                .filter(isWanted)
                                .limit(limit)
                                .toList());
    }

    private Predicate<Node> satisfies(Condition condition, Network network) {
        return condition.equals(Condition.ALWAYS)
                ? node -> true
                : node -> network.document(node.key())
                        .map(document -> ConditionMatcher.matches(condition, RecordJson.read(json, document)))
                        .orElse(false);
    }
}
