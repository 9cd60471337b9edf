package org.startupatlas.resource.startup;

import jakarta.persistence.CollectionTable;
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
import org.startupatlas.record.entity.DateRangeColumns;
import org.startupatlas.record.entity.ExternalIdColumns;
import org.startupatlas.record.entity.RecordEntity;
import org.startupatlas.record.entity.TranslatedColumns;

/** The columns by which startups are filtered, sorted and joined, and their JSON. */
@Entity
@Table(name = "startup")
class Startup extends RecordEntity {

    @Id
    private UUID id;

    private UUID steward;

    @Embedded
    @EmbeddedColumnNaming("summary_%s")
    private TranslatedColumns summary;

    private String status;

    private String stage;

    @Embedded
    @EmbeddedColumnNaming("founded_%s")
    private DateRangeColumns founded;

    @Embedded
    @EmbeddedColumnNaming("closed_%s")
    private DateRangeColumns closed;

    private Integer foundedYear;

    private String[] sectors;

    private String[] technologies;

    private String[] businessModels;

    private String country;

    private byte[] cityKey;

    private String region;

    private UUID site;

    @ElementCollection
    @CollectionTable(name = "startup_markets", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<MarketRow> markets;

    private Boolean diaspora;

    private Integer headcount;

    private String[] officialLabels;

    private byte[] websiteKey;

    @Embedded
    @EmbeddedColumnNaming("external_ids_%s")
    private ExternalIdColumns externalIds;

    protected Startup() {}

    Startup(StartupRecord record) {
        id = record.id();
        setCommon(record);
        steward = record.steward();
        summary = TranslatedColumns.of(record.summary());
        status = record.status();
        stage = record.stage();
        founded = DateRangeColumns.of(record.founded());
        closed = DateRangeColumns.of(record.closed());
        foundedYear = record.foundedYear();
        sectors = words(record.sectors());
        technologies = words(record.technologies());
        businessModels = words(record.businessModels());
        country = record.country();
        cityKey = Folding.key(record.city());
        region = record.region();
        site = record.site();
        markets = record.markets().stream().map(MarketRow::of).toList();
        diaspora = record.diaspora();
        headcount = record.headcount();
        officialLabels = words(record.officialLabels());
        websiteKey = Folding.key(record.website());
        externalIds = ExternalIdColumns.of(record.externalIds());
    }

    @Embeddable
    record MarketRow(
            String country,
            String mode,
            String state,
            @Embedded @EmbeddedColumnNaming("since_%s") DateRangeColumns since) {

        static MarketRow of(StartupRecord.Market market) {
            return new MarketRow(market.country(), market.mode(), market.state(), DateRangeColumns.of(market.since()));
        }
    }
}
