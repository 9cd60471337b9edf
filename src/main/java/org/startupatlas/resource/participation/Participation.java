package org.startupatlas.resource.participation;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.startupatlas.record.entity.AmountColumns;
import org.startupatlas.record.entity.DateRangeColumns;
import org.startupatlas.record.entity.RecordEntity;

/** The columns by which participations are filtered, sorted and joined, and their JSON. */
@Entity
@Table(name = "participation")
class Participation extends RecordEntity {

    @Id
    private UUID id;

    private UUID startup;

    private UUID program;

    private String edition;

    private String state;

    private String outcome;

    @Embedded
    @EmbeddedColumnNaming("amount_%s")
    private AmountColumns amount;

    @Embedded
    @EmbeddedColumnNaming("from_%s")
    private DateRangeColumns from;

    @Embedded
    @EmbeddedColumnNaming("to_%s")
    private DateRangeColumns to;

    protected Participation() {}

    Participation(ParticipationRecord record) {
        id = record.id();
        setCommon(record);
        startup = record.startup();
        program = record.program();
        edition = record.edition();
        state = record.state();
        outcome = record.outcome();
        amount = AmountColumns.of(record.amount());
        from = DateRangeColumns.of(record.from());
        to = DateRangeColumns.of(record.to());
    }
}
