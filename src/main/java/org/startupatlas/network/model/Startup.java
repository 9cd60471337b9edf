package org.startupatlas.network.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.startupatlas.record.PartialDate;

/**
 * A startup, with the values that it is matched by. What is unknown is null or an empty list.
 *
 * @param steward the id of the partner that maintains the record
 * @param site the id of the hub it is based in
 * @param labels the codes of its official labels
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Startup(
        String id,
        String slug,
        int version,
        String name,
        String steward,
        String status,
        String stage,
        PartialDate founded,
        PartialDate closed,
        Integer foundedYear,
        List<String> sectors,
        List<String> technologies,
        List<String> businessModels,
        String country,
        String city,
        String region,
        String site,
        List<Market> markets,
        Boolean diaspora,
        Integer headcount,
        @JsonProperty("official_labels") List<String> labels)
        implements Node {

    /** A country that the startup is in or plans to enter. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Market(String country, String mode, String state, PartialDate since) {}

    public Startup {
        sectors = List.copyOf(sectors);
        technologies = List.copyOf(technologies);
        businessModels = List.copyOf(businessModels);
        markets = List.copyOf(markets);
        labels = List.copyOf(labels);
    }

    @Override
    public RecordKey key() {
        return RecordKey.startup(id);
    }

    /** Returns when it was founded: the date or, where only that is known, the year; null if neither is known. */
    public PartialDate foundation() {
        return founded != null || foundedYear == null
                ? founded
                : PartialDate.of(String.format(Locale.ROOT, "%04d", foundedYear));
    }

    /** Returns whether it was founded after a day for certain. */
    public boolean isYetToBeFounded(LocalDate day) {
        return founded != null && day.isBefore(founded.first());
    }
}
