package org.startupatlas.resource.country;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.startupatlas.record.Folding;
import org.startupatlas.record.entity.ClaimColumns;
import org.startupatlas.record.entity.OtherNameColumns;
import org.startupatlas.record.entity.PointColumns;
import org.startupatlas.record.entity.RecordEntity;
import org.startupatlas.record.entity.TranslatedColumns;

/** The row of a country: what can be asked of it, and its JSON. */
@Entity
@Table(name = "country")
class Country extends RecordEntity {

    @Id
    private String id;

    @ElementCollection
    @CollectionTable(name = "country_other_names", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<OtherNameColumns> otherNames;

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

    @ElementCollection
    @CollectionTable(name = "country_provenance", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<ClaimColumns> provenance;

    protected Country() {}

    Country(CountryRecord record) {
        id = record.id();
        setCommon(record);
        otherNames = record.otherNames().stream().map(OtherNameColumns::of).toList();
        names = TranslatedColumns.of(record.names());
        alpha3 = record.alpha3();
        numeric = record.numeric();
        region = record.region();
        subregion = record.subregion();
        intermediateRegion = record.intermediateRegion();
        capitalKey = Folding.key(record.capital());
        currencies = nullIfEmpty(record.currencies());
        languages = nullIfEmpty(record.languages());
        callingCodes = nullIfEmpty(record.callingCodes());
        point = PointColumns.of(record.point());
        provenance = record.provenance().stream().map(ClaimColumns::of).toList();
    }
}
