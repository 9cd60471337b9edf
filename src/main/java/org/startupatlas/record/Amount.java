package org.startupatlas.record;

import java.math.BigDecimal;

/**
 * An amount of money.
 *
 * @param value in whole units of the currency
 * @param currency ISO 4217
 * @param qualifier how exactly the amount is known: a code of the vocabulary {@code amount_qualifiers}
 */
public record Amount(BigDecimal value, String currency, String qualifier) {}
