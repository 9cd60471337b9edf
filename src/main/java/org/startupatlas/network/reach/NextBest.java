package org.startupatlas.network.reach;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.Limits;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NodeJson;

/** The agreements that would add most reach, as JSON. */
@Schema(
        description = "Agreements one after another, each the one that adds most to what the startups reach with those"
                + " before it.",
        example =
                """
                {"from":{"resource":"countries","id":"MA","slug":"MA","name":"Morocco"},"reached":12,\
                "candidates":40,"optimal":false,"data":[],\
                "meta":{"revision":613,"license":"CC-BY-4.0","lang":"en","on":"2026-11-30"}}""")
public record NextBest(
        NodeJson from,
        @Schema(description = "The pairs of a startup and a country that it reaches today.") long reached,
        @Schema(
                        description =
                                "How many agreements were compared for the first one; of partners that are in the same"
                                        + " position, one stands for all.")
                long candidates,
        @Schema(
                        description =
                                "Whether it is proven that no other agreements of this number add more: so it is for one."
                                        + " For several, each adds most after those before it, and together others may add more.")
                boolean optimal,
        @Schema(maxItems = Limits.MAX_NETWORK_BUDGET) List<Suggested> data,
        NetworkMeta meta) {

    public NextBest {
        data = List.copyOf(data);
    }

    /** A suggested agreement. */
    @Schema(name = "SuggestedAgreement", description = "An agreement of two partners.")
    public record Suggested(
            @Schema(minItems = 2, maxItems = 2) List<NodeJson> parties,
            @Schema(description = "The pairs of a startup and a country that it would newly reach.") long gain,
            @Schema(minimum = "0", maximum = "2147483647", description = "The startups among them.") int startups,
            @Schema(maxItems = 300, description = "The countries among them.") List<NodeJson> countries,
            @Schema(
                            minimum = "0",
                            maximum = "2147483647",
                            description =
                                    "The other pairs of partners that would add the same, as they are linked now.")
                    int alternatives) {

        public Suggested {
            parties = List.copyOf(parties);
            countries = List.copyOf(countries);
        }
    }
}
