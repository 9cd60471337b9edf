package org.startupatlas.network.reach;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.network.route.RouteJson;

/** What startups would newly reach, as JSON. */
@Schema(
        description = "What startups would newly reach; nothing is stored.",
        example =
                """
                {"from":{"resource":"countries","id":"MA","slug":"MA","name":"Morocco"},"links":1,"gain":0,"data":[],\
                "meta":{"revision":613,"license":"CC-BY-4.0","lang":"en","on":"2026-11-30"}}""")
record WhatIf(
        @Schema(description = "The country whose startups are meant.") NodeJson from,
        @Schema(minimum = "0", maximum = "10000", description = "How many links were supposed.") int links,
        @Schema(description = "The pairs of a startup and a country that it would newly reach.") long gain,
        @Schema(maxItems = 300, description = "By country; those that most startups would reach first.")
                List<NewlyReached> data,
        NetworkMeta meta) {

    /** All startups in all countries would be megabytes. */
    static final int MAX_NAMED = 100;

    WhatIf {
        data = List.copyOf(data);
    }

    /** A country that some startups would newly reach. */
    @Schema(name = "NewlyReached", description = "A country that some startups would newly reach.")
    record NewlyReached(
            NodeJson country,
            @Schema(minimum = "1", maximum = "2147483647", description = "How many startups.") int total,
            @Schema(maxItems = WhatIf.MAX_NAMED, description = "The first of them, by id.") List<NodeJson> startups,
            @Schema(description = "The shortest and then strongest of their routes.") RouteJson route) {

        NewlyReached {
            startups = List.copyOf(startups);
        }
    }
}
