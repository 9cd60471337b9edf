package org.startupatlas.record;

import java.math.BigDecimal;

/**
 * A geographic point, in WGS 84 degrees.
 *
 * @param lat latitude, -90 to 90
 * @param lon longitude, -180 to 180
 */
public record Point(BigDecimal lat, BigDecimal lon) {}
