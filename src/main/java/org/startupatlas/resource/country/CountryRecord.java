package org.startupatlas.resource.country;

import java.time.Instant;
import java.util.List;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.Point;
import org.startupatlas.record.Translated;

/** A country or territory, in its JSON format. */
public record CountryRecord(
        String id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        Translated names,
        String alpha3,
        String numeric,
        String region,
        String subregion,
        String intermediateRegion,
        String capital,
        List<String> currencies,
        List<String> languages,
        List<String> callingCodes,
        Point point,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    public CountryRecord {
        otherNames = List.copyOf(otherNames);
        names = Translated.orNone(names);
        currencies = List.copyOf(currencies);
        languages = List.copyOf(languages);
        callingCodes = List.copyOf(callingCodes);
        provenance = List.copyOf(provenance);
    }

    @Override
    public String idText() {
        return id;
    }
}
