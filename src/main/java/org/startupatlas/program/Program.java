package org.startupatlas.program;

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
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.startupatlas.record.ClaimRow;
import org.startupatlas.record.DateRange;
import org.startupatlas.record.Folding;
import org.startupatlas.record.OrganisationRow;
import org.startupatlas.record.OtherNameRow;
import org.startupatlas.record.RecordEntity;
import org.startupatlas.record.TranslatedKeys;

/** The row of a program: what can be asked of it, and its JSON. */
@Entity
@Table(name = "program")
class Program extends RecordEntity {

    @Id
    private UUID id;

    @ElementCollection
    @CollectionTable(name = "program_other_names", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<OtherNameRow> otherNames;

    private String type;

    private String[] pillars;

    private String[] stages;

    private String[] sectors;

    @ElementCollection
    @CollectionTable(name = "program_countries", joinColumns = @JoinColumn(name = "owner"))
    @Column(name = "item")
    private Set<String> countries;

    @ElementCollection
    @CollectionTable(name = "program_operators", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<OrganisationRow> operators;

    @Embedded
    @EmbeddedColumnNaming("summary_%s")
    private TranslatedKeys summary;

    private String status;

    @Embedded
    @EmbeddedColumnNaming("started_%s")
    private DateRange started;

    @ElementCollection
    @CollectionTable(name = "program_editions", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<EditionRow> editions;

    @Embedded
    @EmbeddedColumnNaming("eligibility_%s")
    private TranslatedKeys eligibility;

    @Embedded
    @EmbeddedColumnNaming("ticket_%s")
    private TicketColumns ticket;

    private byte[] websiteKey;

    @ElementCollection
    @CollectionTable(name = "program_provenance", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<ClaimRow> provenance;

    protected Program() {}

    Program(ProgramRecord record) {
        id = record.id();
        setCommon(record);
        otherNames = record.otherNames().stream().map(OtherNameRow::of).toList();
        type = record.type();
        pillars = words(record.pillars());
        stages = words(record.stages());
        sectors = words(record.sectors());
        countries = Set.copyOf(record.countries());
        operators = record.operators().stream().map(OrganisationRow::of).toList();
        summary = TranslatedKeys.of(record.summary());
        status = record.status();
        started = DateRange.of(record.started());
        editions = record.editions().stream().map(EditionRow::of).toList();
        eligibility = TranslatedKeys.of(record.eligibility());
        ticket = TicketColumns.of(record.ticket());
        websiteKey = Folding.key(record.website());
        provenance = record.provenance().stream().map(ClaimRow::of).toList();
    }

    @Embeddable
    record EditionRow(
            String code,
            @Embedded @EmbeddedColumnNaming("applications_open_%s") DateRange applicationsOpen,
            @Embedded @EmbeddedColumnNaming("applications_close_%s") DateRange applicationsClose,
            @Embedded @EmbeddedColumnNaming("start_%s") DateRange start,
            @Embedded @EmbeddedColumnNaming("end_%s") DateRange end,
            Integer capacity) {

        static EditionRow of(ProgramRecord.Edition edition) {
            return new EditionRow(
                    edition.code(),
                    DateRange.of(edition.applicationsOpen()),
                    DateRange.of(edition.applicationsClose()),
                    DateRange.of(edition.start()),
                    DateRange.of(edition.end()),
                    edition.capacity());
        }
    }

    @Embeddable
    record TicketColumns(BigDecimal min, BigDecimal max, String currency) {

        static TicketColumns of(ProgramRecord.Ticket ticket) {
            return ticket == null ? null : new TicketColumns(ticket.min(), ticket.max(), ticket.currency());
        }
    }
}
