package org.startupatlas.query.aggregate;

import java.math.BigDecimal;

/**
 * The statistics of a number over a group of records, as computed by the database.
 *
 * @param count the number of records that have the number
 * @param sum null if none has it, like the others
 * @param min the smallest value
 * @param max the largest value
 */
record NumericStats(long count, BigDecimal sum, BigDecimal min, BigDecimal max) {}
