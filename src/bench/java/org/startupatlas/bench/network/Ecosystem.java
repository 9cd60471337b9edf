package org.startupatlas.bench.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.startupatlas.bench.network.Fact.Kind;

/**
 * The facts that a node has. Events and their exhibitors are left out: a stand at a fair says nothing of who fits whom.
 */
final class Ecosystem {

    static final String PARTICIPATIONS = "/v1/participations";
    static final String ROUNDS = "/v1/funding_rounds";

    private final Map<Kind, Set<Fact>> facts = new TreeMap<>();
    private final Map<String, String> slugs = new HashMap<>();
    private final Map<String, Set<String>> operators = new HashMap<>();
    private final Set<String> events = new HashSet<>();

    private Ecosystem() {}

    static Ecosystem read(Api api) throws IOException, InterruptedException {
        Ecosystem ecosystem = new Ecosystem();
        for (JsonNode program : api.list("/v1/programs")) {
            String id = program.get("id").textValue();
            ecosystem.operators.put(id, partners(program.get("operators")));
            if (program.get("type").asText().equals("event")) {
                ecosystem.events.add(id);
            }
        }
        for (String resource : List.of("startups", "programs", "partners")) {
            for (JsonNode record : api.list("/v1/" + resource + "?fields=id,slug")) {
                ecosystem.slugs.put(
                        record.get("id").textValue(), record.get("slug").textValue());
            }
        }
        ecosystem.readFacts(api);
        return ecosystem;
    }

    private void readFacts(Api api) throws IOException, InterruptedException {
        Set<Fact> participations = new LinkedHashSet<>();
        for (JsonNode participation : api.list(PARTICIPATIONS)) {
            if (isFact(participation)) {
                participations.add(new Fact(
                        Kind.PARTICIPATION,
                        participation.get("startup").textValue(),
                        participation.get("program").textValue()));
            }
        }
        facts.put(Kind.PARTICIPATION, participations);
        Set<Fact> investments = new LinkedHashSet<>();
        for (JsonNode round : api.list(ROUNDS)) {
            String startup = round.get("startup").textValue();
            partners(round.get("investors"))
                    .forEach(partner -> investments.add(new Fact(Kind.INVESTMENT, startup, partner)));
        }
        facts.put(Kind.INVESTMENT, investments);
    }

    private static Set<String> partners(JsonNode organisations) {
        Set<String> partners = new LinkedHashSet<>();
        organisations.forEach(organisation -> {
            if (organisation.get("partner").isTextual()) {
                partners.add(organisation.get("partner").textValue());
            }
        });
        return partners;
    }

    boolean isFact(JsonNode participation) {
        return !participation.get("outcome").asText().equals("exhibitor")
                && !events.contains(participation.get("program").textValue());
    }

    /** Returns the facts of a kind, in the order of the records that say them. */
    Set<Fact> facts(Kind kind) {
        return facts.get(kind);
    }

    Set<String> operators(String program) {
        return operators.get(program);
    }

    String slug(String id) {
        return slugs.get(id);
    }

    boolean hasFactsOf(Ecosystem other) {
        return facts.get(Kind.PARTICIPATION).equals(other.facts.get(Kind.PARTICIPATION))
                && facts.get(Kind.INVESTMENT).equals(other.facts.get(Kind.INVESTMENT));
    }
}
