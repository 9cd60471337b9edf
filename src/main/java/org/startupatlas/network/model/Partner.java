package org.startupatlas.network.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.startupatlas.record.PartialDate;

/**
 * A partner, with the values that it is matched by. What is unknown is null or an empty list.
 *
 * @param networks the ids of the partners in whose network a source names it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Partner(
        String id,
        String slug,
        int version,
        String name,
        List<String> types,
        String country,
        String city,
        List<String> sectors,
        List<String> networks,
        List<Presence> presences)
        implements Node {

    /** A location of the partner. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Presence(String country, String city, String kind, PartialDate since) {}

    public Partner {
        types = List.copyOf(types);
        sectors = List.copyOf(sectors);
        networks = List.copyOf(networks);
        presences = List.copyOf(presences);
    }

    @Override
    public RecordKey key() {
        return RecordKey.partner(id);
    }
}
