package org.startupatlas.resource.country;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.startupatlas.record.Folding;
import org.startupatlas.record.entity.PointColumns;
import org.startupatlas.record.entity.RecordEntity;
import org.startupatlas.record.entity.TranslatedColumns;

/** The columns by which countries are filtered, sorted and joined, and their JSON. */
@Entity
@Table(name = "country")
class Country extends RecordEntity {

    @Id
    private String id;

    @Embedded
    @EmbeddedColumnNaming("names_%s")
    private TranslatedColumns names;

    private String alpha3;

    private String numeric;

    private String region;

    private String subregion;

    private String intermediateRegion;

    private byte[] capitalKey;

    private String[] currencies;

    private String[] languages;

    private String[] callingCodes;

    @Embedded
    @EmbeddedColumnNaming("point_%s")
    private PointColumns point;

    protected Country() {}

    Country(CountryRecord record) {
        id = record.id();
        setCommon(record);
        names = TranslatedColumns.of(record.names());
        alpha3 = record.alpha3();
        numeric = record.numeric();
        region = record.region();
        subregion = record.subregion();
        intermediateRegion = record.intermediateRegion();
        capitalKey = Folding.key(record.capital());
        currencies = words(record.currencies());
        languages = words(record.languages());
        callingCodes = words(record.callingCodes());
        point = PointColumns.of(record.point());
    }
}
