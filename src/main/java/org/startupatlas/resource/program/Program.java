package org.startupatlas.resource.program;

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
import org.startupatlas.record.Folding;
import org.startupatlas.record.entity.DateRangeColumns;
import org.startupatlas.record.entity.OrganisationColumns;
import org.startupatlas.record.entity.RecordEntity;
import org.startupatlas.record.entity.TranslatedColumns;

/** The columns by which programs are filtered, sorted and joined, and their JSON. */
@Entity
@Table(name = "program")
class Program extends RecordEntity {

    @Id
    private UUID id;

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
    private List<OrganisationColumns> operators;

    @Embedded
    @EmbeddedColumnNaming("summary_%s")
    private TranslatedColumns summary;

    private String status;

    @Embedded
    @EmbeddedColumnNaming("started_%s")
    private DateRangeColumns started;

    @ElementCollection
    @CollectionTable(name = "program_editions", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<EditionRow> editions;

    @Embedded
    @EmbeddedColumnNaming("eligibility_%s")
    private TranslatedColumns eligibility;

    @ElementCollection
    @CollectionTable(name = "program_criteria", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<CriterionRow> criteria;

    @Embedded
    @EmbeddedColumnNaming("ticket_%s")
    private TicketColumns ticket;

    private byte[] websiteKey;

    protected Program() {}

    Program(ProgramRecord record) {
        id = record.id();
        setCommon(record);
        type = record.type();
        pillars = words(record.pillars());
        stages = words(record.stages());
        sectors = words(record.sectors());
        countries = Set.copyOf(record.countries());
        operators = record.operators().stream().map(OrganisationColumns::of).toList();
        summary = TranslatedColumns.of(record.summary());
        status = record.status();
        started = DateRangeColumns.of(record.started());
        editions = record.editions().stream().map(EditionRow::of).toList();
        eligibility = TranslatedColumns.of(record.eligibility());
        criteria = record.criteria().stream().map(CriterionRow::of).toList();
        ticket = TicketColumns.of(record.ticket());
        websiteKey = Folding.key(record.website());
    }

    @Embeddable
    record EditionRow(
            String code,
            @Embedded @EmbeddedColumnNaming("applications_open_%s") DateRangeColumns applicationsOpen,
            @Embedded @EmbeddedColumnNaming("applications_close_%s") DateRangeColumns applicationsClose,
            @Embedded @EmbeddedColumnNaming("start_%s") DateRangeColumns start,
            @Embedded @EmbeddedColumnNaming("end_%s") DateRangeColumns end,
            Integer capacity) {

        static EditionRow of(ProgramRecord.Edition edition) {
            return new EditionRow(
                    edition.code(),
                    DateRangeColumns.of(edition.applicationsOpen()),
                    DateRangeColumns.of(edition.applicationsClose()),
                    DateRangeColumns.of(edition.start()),
                    DateRangeColumns.of(edition.end()),
                    edition.capacity());
        }
    }

    @Embeddable
    record CriterionRow(
            String kind,
            String code,
            Integer min,
            Integer max,
            @Embedded @EmbeddedColumnNaming("date_%s") DateRangeColumns date,
            byte[] noteKey,
            byte[] sourceKey) {

        static CriterionRow of(ProgramRecord.Criterion criterion) {
            return new CriterionRow(
                    criterion.kind(),
                    criterion.code(),
                    criterion.min(),
                    criterion.max(),
                    DateRangeColumns.of(criterion.date()),
                    Folding.key(criterion.note()),
                    Folding.key(criterion.source()));
        }
    }

    @Embeddable
    record TicketColumns(BigDecimal min, BigDecimal max, String currency) {

        static TicketColumns of(ProgramRecord.Ticket ticket) {
            return ticket == null ? null : new TicketColumns(ticket.min(), ticket.max(), ticket.currency());
        }
    }
}
