package org.startupatlas.network.journey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.route.HopJson.EvidenceJson;
import org.startupatlas.network.route.HopJson.SourceJson;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.record.Amount;
import org.startupatlas.schema.Language;

/** A journey as JSON. */
@Schema(
        name = "Journey",
        description = "What happened to a startup.",
        example =
                """
                {"startup":{"resource":"startups","id":"019dadd7-e400-7000-8000-000000000002","slug":"chari",\
                "name":"Chari"},"steps":[],"not_known":["founded"],"none":[],\
                "meta":{"revision":613,"license":"CC-BY-4.0","on":"2026-11-30"}}""")
record JourneyJson(
        NodeJson startup,
        @Schema(maxItems = 10_000) List<StepJson> steps,
        @Schema(maxItems = 16, maxLength = 32, description = "Kinds of which no record says anything.")
                List<String> notKnown,
        @Schema(maxItems = 16, maxLength = 32, description = "Kinds of which a record says that there is none.")
                List<String> none,
        NetworkMeta meta) {

    JourneyJson {
        steps = List.copyOf(steps);
        notKnown = List.copyOf(notKnown);
        none = List.copyOf(none);
    }

    /** A step. */
    @Schema(name = "JourneyStep", description = "A step, by date; those without one are last.")
    record StepJson(
            @Schema(maxLength = 32) String kind,
            @Schema(maxLength = 64, nullable = true) String date,
            @Schema(nullable = true) NodeJson node,
            @Schema(maxItems = 1_000, description = "The investors.") List<NodeJson> partners,
            @Schema(maxLength = 200, nullable = true) String edition,
            @Schema(maxLength = 64, nullable = true) String state,
            @Schema(maxLength = 64, nullable = true) String detail,
            @JsonProperty("class") @Schema(name = "class", maxLength = 64, nullable = true) String fundingClass,
            @Schema(nullable = true) AmountJson amount,
            EvidenceJson evidence,
            @Schema(maxItems = 1_000) List<SourceJson> sources,
            @Schema(maxItems = 16, maxLength = 32, description = "What is not known of it.") List<String> unknown) {

        StepJson {
            partners = List.copyOf(partners);
            sources = List.copyOf(sources);
            unknown = List.copyOf(unknown);
        }
    }

    /** The money of a round. */
    @Schema(name = "JourneyAmount", description = "How much.")
    record AmountJson(
            BigDecimal value, @Schema(maxLength = 3) String currency, @Schema(maxLength = 64) String qualifier) {

        static AmountJson of(Amount amount) {
            return amount == null ? null : new AmountJson(amount.value(), amount.currency(), amount.qualifier());
        }
    }

    static JourneyJson of(Journey journey, Network network, Language language, NetworkMeta meta) {
        return new JourneyJson(
                NodeJson.of(journey.startup(), language),
                journey.steps().stream()
                        .map(step -> step(step, network, language))
                        .toList(),
                journey.notKnown().stream().map(StepKind::code).toList(),
                journey.none().stream().map(StepKind::code).toList(),
                meta);
    }

    private static StepJson step(Step step, Network network, Language language) {
        return new StepJson(
                step.kind().code(),
                Objects.toString(step.date(), null),
                step.node() == null ? null : node(step.node(), network, language),
                step.partners().stream()
                        .map(partner -> node(partner, network, language))
                        .toList(),
                step.edition(),
                step.state(),
                step.detail(),
                step.fundingClass(),
                AmountJson.of(step.amount()),
                EvidenceJson.of(step.evidence()),
                step.sources().stream().map(SourceJson::of).toList(),
                step.unknown());
    }

    private static NodeJson node(RecordKey key, Network network, Language language) {
        return NodeJson.of(network.node(key).orElseThrow(), language);
    }
}
