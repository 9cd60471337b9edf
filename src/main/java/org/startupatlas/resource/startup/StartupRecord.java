package org.startupatlas.resource.startup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.ExternalIds;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.PartialDate;
import org.startupatlas.record.Translated;

/** A company of the ecosystem, in its JSON format. */
public record StartupRecord(
        UUID id,
        String slug,
        Integer version,
        String name,
        List<OtherName> otherNames,
        UUID steward,
        Translated summary,
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
        UUID site,
        List<Market> markets,
        Boolean diaspora,
        Integer headcount,
        List<String> officialLabels,
        String website,
        ExternalIds externalIds,
        String notes,
        List<Claim> provenance,
        Instant createdAt,
        Instant updatedAt)
        implements AtlasRecord {

    /** A country that the startup is in or plans to enter. */
    public record Market(String country, String mode, String state, PartialDate since) {}

    public StartupRecord {
        otherNames = List.copyOf(otherNames);
        summary = Translated.orNone(summary);
        sectors = List.copyOf(sectors);
        technologies = List.copyOf(technologies);
        businessModels = List.copyOf(businessModels);
        markets = List.copyOf(markets);
        officialLabels = List.copyOf(officialLabels);
        externalIds = ExternalIds.orNone(externalIds);
        provenance = List.copyOf(provenance);
    }

    StartupRecord withFoundedYear(int year) {
        return new StartupRecord(
                id,
                slug,
                version,
                name,
                otherNames,
                steward,
                summary,
                status,
                stage,
                founded,
                closed,
                year,
                sectors,
                technologies,
                businessModels,
                country,
                city,
                region,
                site,
                markets,
                diaspora,
                headcount,
                officialLabels,
                website,
                externalIds,
                notes,
                provenance,
                createdAt,
                updatedAt);
    }

    @Override
    public String idText() {
        return id.toString();
    }
}
