package org.startupatlas.record.entity;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.startupatlas.record.Point;

/** The columns of a geographic point. */
@Embeddable
public record PointColumns(BigDecimal lat, BigDecimal lon) {

    public static PointColumns of(Point point) {
        return point == null ? null : new PointColumns(point.lat(), point.lon());
    }
}
