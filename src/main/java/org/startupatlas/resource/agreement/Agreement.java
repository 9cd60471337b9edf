package org.startupatlas.resource.agreement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import org.startupatlas.record.entity.DateRangeColumns;
import org.startupatlas.record.entity.OrganisationColumns;
import org.startupatlas.record.entity.RecordEntity;
import org.startupatlas.record.entity.TranslatedColumns;

/** The columns by which agreements are filtered, sorted and joined, and their JSON. */
@Entity
@Table(name = "agreement")
class Agreement extends RecordEntity {

    @Id
    private UUID id;

    @ElementCollection
    @CollectionTable(name = "agreement_parties", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<OrganisationColumns> parties;

    @ElementCollection
    @CollectionTable(name = "agreement_supporters", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<OrganisationColumns> supporters;

    @Embedded
    @EmbeddedColumnNaming("signed_%s")
    private DateRangeColumns signed;

    private String status;

    @Embedded
    @EmbeddedColumnNaming("scope_%s")
    private TranslatedColumns scope;

    private String[] pillars;

    @ElementCollection
    @CollectionTable(name = "agreement_programs", joinColumns = @JoinColumn(name = "owner"))
    @Column(name = "item")
    private Set<UUID> programs;

    protected Agreement() {}

    Agreement(AgreementRecord record) {
        id = record.id();
        setCommon(record);
        parties = record.parties().stream().map(OrganisationColumns::of).toList();
        supporters = record.supporters().stream().map(OrganisationColumns::of).toList();
        signed = DateRangeColumns.of(record.signed());
        status = record.status();
        scope = TranslatedColumns.of(record.scope());
        pillars = words(record.pillars());
        programs = Set.copyOf(record.programs());
    }
}
