package org.startupatlas.resource.partner;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.startupatlas.record.Folding;
import org.startupatlas.record.entity.DateRangeColumns;
import org.startupatlas.record.entity.ExternalIdColumns;
import org.startupatlas.record.entity.RecordEntity;
import org.startupatlas.record.entity.TranslatedColumns;

/** The columns by which partners are filtered, sorted and joined, and their JSON. */
@Entity
@Table(name = "partner")
class Partner extends RecordEntity {

    @Id
    private UUID id;

    private String[] types;

    private String country;

    private byte[] cityKey;

    @Embedded
    @EmbeddedColumnNaming("summary_%s")
    private TranslatedColumns summary;

    private String[] sectors;

    @ElementCollection
    @CollectionTable(name = "partner_networks", joinColumns = @JoinColumn(name = "owner"))
    @Column(name = "item")
    private Set<UUID> networks;

    @ElementCollection
    @CollectionTable(name = "partner_presences", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<PresenceRow> presences;

    private byte[] websiteKey;

    @Embedded
    @EmbeddedColumnNaming("external_ids_%s")
    private ExternalIdColumns externalIds;

    protected Partner() {}

    Partner(PartnerRecord record) {
        id = record.id();
        setCommon(record);
        types = words(record.types());
        country = record.country();
        cityKey = Folding.key(record.city());
        summary = TranslatedColumns.of(record.summary());
        sectors = words(record.sectors());
        networks = Set.copyOf(record.networks());
        presences = record.presences().stream().map(PresenceRow::of).toList();
        websiteKey = Folding.key(record.website());
        externalIds = ExternalIdColumns.of(record.externalIds());
    }

    @Embeddable
    record PresenceRow(
            String country,
            byte[] cityKey,
            String kind,
            @Embedded @EmbeddedColumnNaming("since_%s") DateRangeColumns since) {

        static PresenceRow of(PartnerRecord.Presence presence) {
            return new PresenceRow(
                    presence.country(),
                    Folding.key(presence.city()),
                    presence.kind(),
                    DateRangeColumns.of(presence.since()));
        }
    }
}
