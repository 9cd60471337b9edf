package org.startupatlas.agreement;

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
import org.startupatlas.record.ClaimRow;
import org.startupatlas.record.DateRange;
import org.startupatlas.record.OrganisationRow;
import org.startupatlas.record.OtherNameRow;
import org.startupatlas.record.RecordEntity;
import org.startupatlas.record.TranslatedKeys;

/** The row of an agreement: what can be asked of it, and its JSON. */
@Entity
@Table(name = "agreement")
class Agreement extends RecordEntity {

    @Id
    private UUID id;

    @ElementCollection
    @CollectionTable(name = "agreement_other_names", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<OtherNameRow> otherNames;

    @ElementCollection
    @CollectionTable(name = "agreement_parties", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<OrganisationRow> parties;

    @ElementCollection
    @CollectionTable(name = "agreement_supporters", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<OrganisationRow> supporters;

    @Embedded
    @EmbeddedColumnNaming("signed_%s")
    private DateRange signed;

    private String status;

    @Embedded
    @EmbeddedColumnNaming("scope_%s")
    private TranslatedKeys scope;

    private String[] pillars;

    @ElementCollection
    @CollectionTable(name = "agreement_programs", joinColumns = @JoinColumn(name = "owner"))
    @Column(name = "item")
    private Set<UUID> programs;

    @ElementCollection
    @CollectionTable(name = "agreement_provenance", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<ClaimRow> provenance;

    protected Agreement() {}

    Agreement(AgreementRecord record) {
        id = record.id();
        setCommon(record);
        otherNames = record.otherNames().stream().map(OtherNameRow::of).toList();
        parties = record.parties().stream().map(OrganisationRow::of).toList();
        supporters = record.supporters().stream().map(OrganisationRow::of).toList();
        signed = DateRange.of(record.signed());
        status = record.status();
        scope = TranslatedKeys.of(record.scope());
        pillars = words(record.pillars());
        programs = Set.copyOf(record.programs());
        provenance = record.provenance().stream().map(ClaimRow::of).toList();
    }
}
