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
import org.startupatlas.record.entity.ClaimColumns;
import org.startupatlas.record.entity.DateRangeColumns;
import org.startupatlas.record.entity.OrganisationColumns;
import org.startupatlas.record.entity.OtherNameColumns;
import org.startupatlas.record.entity.RecordEntity;
import org.startupatlas.record.entity.TranslatedColumns;

/** The row of an agreement: what can be asked of it, and its JSON. */
@Entity
@Table(name = "agreement")
class Agreement extends RecordEntity {

    @Id
    private UUID id;

    @ElementCollection
    @CollectionTable(name = "agreement_other_names", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<OtherNameColumns> otherNames;

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

    @ElementCollection
    @CollectionTable(name = "agreement_provenance", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<ClaimColumns> provenance;

    protected Agreement() {}

    Agreement(AgreementRecord record) {
        id = record.id();
        setCommon(record);
        otherNames = record.otherNames().stream().map(OtherNameColumns::of).toList();
        parties = record.parties().stream().map(OrganisationColumns::of).toList();
        supporters = record.supporters().stream().map(OrganisationColumns::of).toList();
        signed = DateRangeColumns.of(record.signed());
        status = record.status();
        scope = TranslatedColumns.of(record.scope());
        pillars = nullIfEmpty(record.pillars());
        programs = Set.copyOf(record.programs());
        provenance = record.provenance().stream().map(ClaimColumns::of).toList();
    }
}
