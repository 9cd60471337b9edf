package org.startupatlas.network.reach;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.Limits;
import org.startupatlas.network.route.NetworkMeta;
import org.startupatlas.network.route.NodeJson;
import org.startupatlas.network.route.RoutesTo;

/** What no chain reaches, as JSON. */
@Schema(
        description =
                "Countries that no chain reaches, and sectors none of whose startups reaches a country that others"
                        + " reach; the nearest first.",
        example =
                """
                {"from":{"resource":"countries","id":"MA","slug":"MA","name":"Morocco"},\
                "countries":{"total":0,"data":[]},"sectors":{"total":0,"data":[]},\
                "meta":{"revision":613,"license":"CC-BY-4.0","lang":"en","on":"2026-11-30"}}""")
public record WhiteSpots(NodeJson from, Countries countries, Sectors sectors, NetworkMeta meta) {

    /** The countries. */
    @Schema(name = "WhiteCountries", description = "Countries, at most as many as limit says.")
    public record Countries(long total, @Schema(maxItems = Limits.MAX_NETWORK_ROWS) List<OfCountry> data) {

        public Countries {
            data = List.copyOf(data);
        }
    }

    /** The sectors. */
    @Schema(name = "WhiteSectors", description = "Sectors in countries, at most as many as limit says.")
    public record Sectors(long total, @Schema(maxItems = Limits.MAX_NETWORK_ROWS) List<OfSector> data) {

        public Sectors {
            data = List.copyOf(data);
        }
    }

    /**
     * A country that no chain reaches.
     *
     * @param hopsFromPartner the least number of steps from a partner that no startup is linked with; null if none of
     *     them reaches it either
     */
    @Schema(
            name = "WhiteCountry",
            description = "A country. First those that one agreement would reach, by the steps that its partner needs;"
                    + " then by the reached countries in the same subregion, and in the same region (UN M49).")
    public record OfCountry(
            NodeJson country,
            @Schema(
                            nullable = true,
                            minimum = "1",
                            maximum = "6",
                            description = "The steps from the nearest partner; null where no partner leads there.")
                    Integer hopsFromPartner,
            @Schema(minimum = "0", maximum = "2147483647", description = "How many partners lead there.") int partners,
            @Schema(
                            maxItems = WhiteSpotFinder.MAX_NAMED,
                            description = "The nearest of them: an agreement with one would reach the country.")
                    List<NodeJson> nearest,
            @Schema(minimum = "0", maximum = "300") int reachedInSubregion,
            @Schema(minimum = "0", maximum = "300") int reachedInRegion) {

        public OfCountry {
            nearest = List.copyOf(nearest);
        }
    }

    /** A sector none of whose startups reaches a country. */
    @Schema(
            name = "WhiteSector",
            description = "A sector in a country, by the steps that others need, and then by its startups.")
    public record OfSector(
            @Schema(maxLength = 64) String sector,
            NodeJson country,
            @Schema(minimum = "1", maximum = "2147483647", description = "How many startups are in the sector.")
                    int startups,
            @Schema(minimum = "1", maximum = "6", description = "The steps that the nearest startup of others needs.")
                    int hopsOfOthers,
            @Schema(maxItems = RoutesTo.MAX_HOPS, description = "Its way: the startup, and whom it leads through.")
                    List<NodeJson> through) {

        public OfSector {
            through = List.copyOf(through);
        }
    }
}
