package org.startupatlas.query.aggregate;

import java.math.BigDecimal;

/**
 * What a database tells of one number of several records together.
 *
 * @param known how many of the records have it
 * @param sum null when none has it, as the others
 * @param least the smallest
 * @param greatest the largest
 */
record NumericStats(long count, BigDecimal sum, BigDecimal min, BigDecimal max) {}
