package org.startupatlas.resource.site;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.startupatlas.record.Folding;
import org.startupatlas.record.entity.DateRangeColumns;
import org.startupatlas.record.entity.OrganisationColumns;
import org.startupatlas.record.entity.PointColumns;
import org.startupatlas.record.entity.RecordEntity;

/** The columns by which sites are filtered, sorted and joined, and their JSON. */
@Entity
@Table(name = "site")
class Site extends RecordEntity {

    @Id
    private UUID id;

    @Embedded
    @EmbeddedColumnNaming("operator_%s")
    private OrganisationColumns operator;

    private byte[] cityKey;

    private String region;

    private String country;

    private String status;

    @Embedded
    @EmbeddedColumnNaming("opened_%s")
    private DateRangeColumns opened;

    private Integer capacity;

    @Embedded
    @EmbeddedColumnNaming("point_%s")
    private PointColumns point;

    protected Site() {}

    Site(SiteRecord record) {
        id = record.id();
        setCommon(record);
        operator = OrganisationColumns.of(record.operator());
        cityKey = Folding.key(record.city());
        region = record.region();
        country = record.country();
        status = record.status();
        opened = DateRangeColumns.of(record.opened());
        capacity = record.capacity();
        point = PointColumns.of(record.point());
    }
}
