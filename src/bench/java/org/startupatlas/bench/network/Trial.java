package org.startupatlas.bench.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What came of asking for a hidden fact.
 *
 * @param candidates how many were ranked: all that the subject is not linked to
 * @param ours the rank in the answer
 * @param shared the rank if equals of the answer were in random order
 * @param popular the rank by the number of other facts
 */
record Trial(Direction direction, Fact fact, int candidates, Rank ours, Rank shared, Rank popular) {

    /**
     * Ranks the hidden one among those that the subject is not linked to.
     *
     * @param matches all matches, in the order of the answer
     */
    static Trial of(Direction direction, Fact fact, List<JsonNode> matches, Ecosystem ecosystem) {
        List<JsonNode> candidates = matches.stream()
                .filter(match -> !match.get("known").booleanValue())
                .toList();
        String hidden = direction.hidden(fact);
        List<String> ids = candidates.stream()
                .map(match -> match.get("id").textValue())
                .toList();
        int at = ids.indexOf(hidden);
        if (at < 0) {
            throw new IllegalStateException("another link is left of " + ecosystem.slug(fact.startup()) + " and "
                    + ecosystem.slug(fact.other()));
        }
        int better = 0;
        int equal = 0;
        for (JsonNode candidate : candidates) {
            int order = order(candidate, candidates.get(at));
            better += order > 0 ? 1 : 0;
            equal += order == 0 ? 1 : 0;
        }
        int own = direction.popularity(ecosystem, fact, hidden);
        int morePopular = 0;
        int asPopular = 0;
        for (String id : ids) {
            int popularity = direction.popularity(ecosystem, fact, id);
            morePopular += popularity > own ? 1 : 0;
            asPopular += popularity == own ? 1 : 0;
        }
        return new Trial(
                direction,
                fact,
                ids.size(),
                Rank.at(at + 1),
                Rank.amongEquals(better, equal),
                Rank.amongEquals(morePopular, asPopular));
    }

    private static int order(JsonNode one, JsonNode other) {
        int byScore =
                Double.compare(one.get("score").asDouble(), other.get("score").asDouble());
        return byScore == 0
                ? Double.compare(
                        one.get("at_most").asDouble(), other.get("at_most").asDouble())
                : byScore;
    }

    Rank random() {
        return Rank.random(candidates);
    }

    /** Returns the place in the answer. */
    int place() {
        return (int) Math.round(1 / ours.reciprocal());
    }
}
