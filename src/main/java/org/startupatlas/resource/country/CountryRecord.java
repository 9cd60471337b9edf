package org.startupatlas.resource.country;

import java.time.Instant;
import java.util.List;
import org.startupatlas.record.AtlasRecord;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OtherName;
import org.startupatlas.record.Point;
import org.startupatlas.record.Translated;
import org.startupatlas.schema.CommonFields;
import org.startupatlas.schema.Fields;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.relation.Relation;

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

    /** The fields of countries, in the order of the components, and their relations. */
    public static final ResourceSchema SCHEMA = ResourceSchema.withCodeIds(
                    ResourceSchema.COUNTRIES,
                    "country",
                    "country",
                    "Countries and territories of ISO 3166-1, as the lists of ISO and UN M49 have them; this takes no position.",
                    CountryRecord.class,
                    "MA")
            .fields(CommonFields.leading(true, "MA", "Morocco"))
            .field(Fields.names("names", "The short name.", "Maroc", "المغرب", "Morocco"))
            .field(Fields.token("alpha3", "ISO 3166-1 alpha-3.", "MAR"))
            .field(Fields.token("numeric", "ISO 3166-1 numeric, three digits.", "504"))
            .field(Fields.code("region", "m49_areas", "UN M49 region.", "002"))
            .field(Fields.code("subregion", "m49_areas", "UN M49 subregion.", "015"))
            .field(Fields.code("intermediate_region", "m49_areas", "UN M49 intermediate region.", null))
            .field(Fields.text("capital", "The capital.", "Rabat"))
            .field(Fields.currencies("currencies", "Currencies, ISO 4217.", "MAD"))
            .field(Fields.tokens("languages", "Languages, BCP 47.", "ar"))
            .field(Fields.tokens("calling_codes", "International calling codes.", "+212"))
            .field(Fields.point("point", "A representative point of its land."))
            .fields(CommonFields.trailing())
            .relation(new Relation(
                    "startups",
                    "startups",
                    List.of("country", "markets.country"),
                    List.of("status", "sectors"),
                    "Startups with headquarters or a market there."))
            .relation(new Relation(
                    "partners",
                    "partners",
                    List.of("country", "presences.country"),
                    List.of("types", "slug"),
                    "Partners with headquarters or a presence there."))
            .relation(new Relation(
                    "programs", "programs", List.of("countries"), List.of("type"), "Programs offered there."))
            .relation(new Relation("sites", "sites", List.of("country"), List.of("status"), "Places of hubs there."));

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
