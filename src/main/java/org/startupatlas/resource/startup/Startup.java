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
import org.startupatlas.record.entity.ClaimColumns;
import org.startupatlas.record.entity.DateRangeColumns;
import org.startupatlas.record.entity.ExternalIdColumns;
import org.startupatlas.record.entity.OtherNameColumns;
import org.startupatlas.record.entity.RecordEntity;
import org.startupatlas.record.entity.TranslatedColumns;

/** The row of a startup: what can be asked of it, and its JSON. */
@Entity
@Table(name = "startup")
class Startup extends RecordEntity {

    @Id
    private UUID id;

    @ElementCollection
    @CollectionTable(name = "startup_other_names", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<OtherNameColumns> otherNames;

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

    @ElementCollection
    @CollectionTable(name = "startup_provenance", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<ClaimColumns> provenance;

    protected Startup() {}

    Startup(StartupRecord record) {
        id = record.id();
        setCommon(record);
        otherNames = record.otherNames().stream().map(OtherNameColumns::of).toList();
        steward = record.steward();
        summary = TranslatedColumns.of(record.summary());
        status = record.status();
        stage = record.stage();
        founded = DateRangeColumns.of(record.founded());
        closed = DateRangeColumns.of(record.closed());
        foundedYear = record.foundedYear();
        sectors = nullIfEmpty(record.sectors());
        technologies = nullIfEmpty(record.technologies());
        businessModels = nullIfEmpty(record.businessModels());
        country = record.country();
        cityKey = Folding.key(record.city());
        region = record.region();
        site = record.site();
        markets = record.markets().stream().map(MarketRow::of).toList();
        diaspora = record.diaspora();
        headcount = record.headcount();
        officialLabels = nullIfEmpty(record.officialLabels());
        websiteKey = Folding.key(record.website());
        externalIds = ExternalIdColumns.of(record.externalIds());
        provenance = record.provenance().stream().map(ClaimColumns::of).toList();
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
