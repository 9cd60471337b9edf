package org.startupatlas.resource.indicator;

import jakarta.persistence.CollectionTable;
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
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.startupatlas.record.Folding;
import org.startupatlas.record.entity.DateRangeColumns;
import org.startupatlas.record.entity.RecordEntity;
import org.startupatlas.record.entity.TranslatedColumns;

/** The columns by which indicators are filtered, sorted and joined, and their JSON. */
@Entity
@Table(name = "indicator")
class Indicator extends RecordEntity {

    @Id
    private UUID id;

    @Embedded
    @EmbeddedColumnNaming("summary_%s")
    private TranslatedColumns summary;

    private String framework;

    private byte[] unitKey;

    @Embedded
    @EmbeddedColumnNaming("baseline_%s")
    private BaselineColumns baseline;

    @ElementCollection
    @CollectionTable(name = "indicator_targets", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<TargetRow> targets;

    @ElementCollection
    @CollectionTable(name = "indicator_observations", joinColumns = @JoinColumn(name = "owner"))
    @OrderColumn(name = "position")
    private List<ObservationRow> observations;

    @Embedded
    @EmbeddedColumnNaming("counted_%s")
    private CountedColumns counted;

    protected Indicator() {}

    Indicator(IndicatorRecord record) {
        id = record.id();
        setCommon(record);
        summary = TranslatedColumns.of(record.summary());
        framework = record.framework();
        unitKey = Folding.key(record.unit());
        baseline = BaselineColumns.of(record.baseline());
        targets = record.targets().stream().map(TargetRow::of).toList();
        observations = record.observations().stream().map(ObservationRow::of).toList();
        counted = CountedColumns.of(record.counted());
    }

    @Embeddable
    record BaselineColumns(BigDecimal value, @Embedded @EmbeddedColumnNaming("period_%s") DateRangeColumns period) {

        static BaselineColumns of(IndicatorRecord.Baseline baseline) {
            return baseline == null
                    ? null
                    : new BaselineColumns(baseline.value(), DateRangeColumns.of(baseline.period()));
        }
    }

    @Embeddable
    record CountedColumns(String resource, String filters) {

        static CountedColumns of(IndicatorRecord.Counted counted) {
            return counted == null ? null : new CountedColumns(counted.resource(), counted.filters());
        }
    }

    @Embeddable
    record TargetRow(
            BigDecimal value,
            BigDecimal upper,
            byte[] scopeKey,
            @Embedded @EmbeddedColumnNaming("period_%s") DateRangeColumns period,
            byte[] publisherKey,
            byte[] urlKey,
            byte[] noteKey) {

        static TargetRow of(IndicatorRecord.Target target) {
            return new TargetRow(
                    target.value(),
                    target.upper(),
                    Folding.key(target.scope()),
                    DateRangeColumns.of(target.period()),
                    Folding.key(target.publisher()),
                    Folding.key(target.url()),
                    Folding.key(target.note()));
        }
    }

    @Embeddable
    record ObservationRow(
            @Embedded @EmbeddedColumnNaming("period_%s") DateRangeColumns period,
            BigDecimal value,
            BigDecimal upper,
            byte[] unitKey,
            byte[] scopeKey,
            byte[] publisherKey,
            byte[] urlKey,
            byte[] methodKey,
            byte[] noteKey) {

        static ObservationRow of(IndicatorRecord.Observation observation) {
            return new ObservationRow(
                    DateRangeColumns.of(observation.period()),
                    observation.value(),
                    observation.upper(),
                    Folding.key(observation.unit()),
                    Folding.key(observation.scope()),
                    Folding.key(observation.publisher()),
                    Folding.key(observation.url()),
                    Folding.key(observation.method()),
                    Folding.key(observation.note()));
        }
    }
}
