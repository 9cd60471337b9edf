package org.startupatlas.resource.fundinground;

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
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.startupatlas.record.Folding;
import org.startupatlas.record.entity.AmountColumns;
import org.startupatlas.record.entity.DateRangeColumns;
import org.startupatlas.record.entity.RecordEntity;

/** The columns by which funding rounds are filtered, sorted and joined, and their JSON. */
@Entity
@Table(name = "funding_round")
class FundingRound extends RecordEntity {

    @Id
    private UUID id;

    private UUID startup;

    private String type;

    @Column(name = "class")
    private String fundingClass;

    @Embedded
    @EmbeddedColumnNaming("amount_%s")
    private AmountColumns amount;

    @Embedded
    @EmbeddedColumnNaming("date_%s")
    private DateRangeColumns date;

    @ElementCollection
    @CollectionTable(name = "funding_round_investors", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<InvestorRow> investors;

    protected FundingRound() {}

    FundingRound(FundingRoundRecord record) {
        id = record.id();
        setCommon(record);
        startup = record.startup();
        type = record.type();
        fundingClass = record.fundingClass();
        amount = AmountColumns.of(record.amount());
        date = DateRangeColumns.of(record.date());
        investors = record.investors().stream().map(InvestorRow::of).toList();
    }

    @Embeddable
    record InvestorRow(UUID partner, byte[] nameKey, Boolean lead) {

        static InvestorRow of(FundingRoundRecord.Investor investor) {
            return new InvestorRow(investor.partner(), Folding.key(investor.name()), investor.lead());
        }
    }
}
