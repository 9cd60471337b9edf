package org.startupatlas.bench.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A fact that is taken away from a node, and put back. What another record says of the same fact is taken away with it: a
 * fund's money is a participation in the fund and an investment of its operator, so each of the two would give the other
 * away.
 */
final class HiddenFact {

    private static final Set<String> SERVER_MANAGED = Set.of("id", "slug", "version", "created_at", "updated_at");
    private static final String INVESTORS = "investors";

    private final Api api;
    private final Ecosystem ecosystem;
    private final Fact fact;
    private final List<ObjectNode> participations = new ArrayList<>();
    private final List<JsonNode> rounds = new ArrayList<>();

    private HiddenFact(Api api, Ecosystem ecosystem, Fact fact) {
        this.api = api;
        this.ecosystem = ecosystem;
        this.fact = fact;
    }

    static HiddenFact hide(Api api, Ecosystem ecosystem, Fact fact) throws IOException, InterruptedException {
        HiddenFact hidden = new HiddenFact(api, ecosystem, fact);
        String ofStartup = "?startup=" + fact.startup();
        for (JsonNode participation : api.list(Ecosystem.PARTICIPATIONS + ofStartup)) {
            if (hidden.says(participation)) {
                hidden.participations.add(participation.deepCopy());
                api.delete(path(Ecosystem.PARTICIPATIONS, participation), version(participation));
            }
        }
        for (JsonNode round : api.list(Ecosystem.ROUNDS + ofStartup)) {
            ArrayNode others = hidden.others(round);
            if (others.size() < round.get(INVESTORS).size()) {
                hidden.rounds.add(round);
                hidden.setInvestors(round, version(round), others);
            }
        }
        return hidden;
    }

    /** Puts everything back; a participation has another id than before. */
    void restore() throws IOException, InterruptedException {
        for (ObjectNode participation : participations) {
            api.create(Ecosystem.PARTICIPATIONS, participation.remove(SERVER_MANAGED));
        }
        for (JsonNode round : rounds) {
            setInvestors(round, version(round) + 1, round.get(INVESTORS));
        }
    }

    private boolean says(JsonNode participation) {
        String program = participation.get("program").textValue();
        return ecosystem.isFact(participation)
                && (fact.kind() == Fact.Kind.PARTICIPATION
                        ? program.equals(fact.other())
                        : ecosystem.operators(program).contains(fact.other()));
    }

    /** Returns the investors that do not say the fact. */
    private ArrayNode others(JsonNode round) {
        Set<String> saying =
                fact.kind() == Fact.Kind.INVESTMENT ? Set.of(fact.other()) : ecosystem.operators(fact.other());
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        for (JsonNode investor : round.get(INVESTORS)) {
            if (!saying.contains(investor.get("partner").asText())) {
                others.add(investor);
            }
        }
        return others;
    }

    private void setInvestors(JsonNode round, int version, JsonNode investors)
            throws IOException, InterruptedException {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.set(INVESTORS, investors);
        api.change(path(Ecosystem.ROUNDS, round), version, patch);
    }

    private static String path(String list, JsonNode record) {
        return list + "/" + record.get("id").textValue();
    }

    private static int version(JsonNode record) {
        return record.get("version").intValue();
    }
}
