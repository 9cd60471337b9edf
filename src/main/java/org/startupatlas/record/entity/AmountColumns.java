package org.startupatlas.record.entity;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.startupatlas.record.Amount;

/** The columns of a sum of money. */
@Embeddable
public record AmountColumns(BigDecimal value, String currency, String qualifier) {

    /** The columns of {@code amount}; null for null. */
    public static AmountColumns of(Amount amount) {
        return amount == null ? null : new AmountColumns(amount.value(), amount.currency(), amount.qualifier());
    }
}
