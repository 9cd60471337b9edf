package org.startupatlas.network.opportunity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.Program;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.opportunity.eligibility.Evaluated;
import org.startupatlas.network.opportunity.eligibility.Opportunity;
import org.startupatlas.network.opportunity.eligibility.Requirement;
import org.startupatlas.network.opportunity.eligibility.Verdict;
import org.startupatlas.network.opportunity.eligibility.Window;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.Language;

/** Writes opportunities as JSON. */
@Singleton
class OpportunityJson {

    private final ObjectMapper json;

    OpportunityJson(ObjectMapper json) {
        this.json = json;
    }

    /** Returns the first of some opportunities. */
    OpportunityPage page(List<Opportunity> all, int limit, Network network, Language language, NetworkMeta meta) {
        return new OpportunityPage(
                all.stream()
                        .limit(limit)
                        .map(opportunity -> item(opportunity, network, language))
                        .toList(),
                all.size(),
                meta);
    }

    private OpportunityPage.Item item(Opportunity opportunity, Network network, Language language) {
        Program program = opportunity.program();
        Window window = opportunity.window();
        ObjectNode document = document(program.key(), network);
        Verdict verdict = opportunity.verdict();
        return new OpportunityPage.Item(
                NodeJson.of(program, language),
                program.type(),
                opportunity.edition().code(),
                opportunity.state().code(),
                text(window.opens()),
                text(window.closes()),
                text(window.lastMoment()),
                document.path("website").textValue(),
                translated(document.path("eligibility"), language),
                verdict == null ? null : verdict.code(),
                opportunity.decidedBy(),
                opportunity.answers().stream().map(OpportunityJson::answered).toList());
    }

    /** Returns a stored record. */
    ObjectNode document(RecordKey key, Network network) {
        return RecordJson.read(json, network.document(key).orElseThrow());
    }

    private static OpportunityPage.Answered answered(Evaluated evaluated) {
        Requirement requirement = evaluated.requirement();
        return new OpportunityPage.Answered(
                requirement.kind().code(),
                evaluated.answer() == null ? null : evaluated.answer().code(),
                requirement.values(),
                requirement.only().min(),
                requirement.only().max(),
                evaluated.actual(),
                requirement.notes(),
                requirement.sources(),
                "/criteria/" + requirement.position());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** Returns a text in the language or, if it has none, in the next; all of them if the language is null. */
    private static JsonNode translated(JsonNode texts, Language language) {
        return language == null
                ? texts
                : language.fallbacks().stream()
                        .map(each -> texts.path(each.code()))
                        .filter(JsonNode::isTextual)
                        .findFirst()
                        .orElse(NullNode.getInstance());
    }
}
