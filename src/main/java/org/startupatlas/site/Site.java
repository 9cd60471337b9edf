package org.startupatlas.site;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.startupatlas.record.ClaimRow;
import org.startupatlas.record.DateRange;
import org.startupatlas.record.Folding;
import org.startupatlas.record.OrganisationRow;
import org.startupatlas.record.OtherNameRow;
import org.startupatlas.record.PointColumns;
import org.startupatlas.record.RecordEntity;

/** The row of a site: what can be asked of it, and its JSON. */
@Entity
@Table(name = "site")
class Site extends RecordEntity {

    @Id
    private UUID id;

    @ElementCollection
    @CollectionTable(name = "site_other_names", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<OtherNameRow> otherNames;

    @Embedded
    @EmbeddedColumnNaming("operator_%s")
    private OrganisationRow operator;

    private byte[] cityKey;

    private String region;

    private String country;

    private String status;

    @Embedded
    @EmbeddedColumnNaming("opened_%s")
    private DateRange opened;

    private Integer capacity;

    @Embedded
    @EmbeddedColumnNaming("point_%s")
    private PointColumns point;

    @ElementCollection
    @CollectionTable(name = "site_provenance", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<ClaimRow> provenance;

    protected Site() {}

    Site(SiteRecord record) {
        id = record.id();
        setCommon(record);
        otherNames = record.otherNames().stream().map(OtherNameRow::of).toList();
        operator = OrganisationRow.of(record.operator());
        cityKey = Folding.key(record.city());
        region = record.region();
        country = record.country();
        status = record.status();
        opened = DateRange.of(record.opened());
        capacity = record.capacity();
        point = PointColumns.of(record.point());
        provenance = record.provenance().stream().map(ClaimRow::of).toList();
    }
}
