package org.startupatlas.record.entity;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.startupatlas.record.Amount;

/** The columns of an amount of money. */
@Embeddable
public record AmountColumns(BigDecimal value, String currency, String qualifier) {

    public static AmountColumns of(Amount amount) {
        return amount == null ? null : new AmountColumns(amount.value(), amount.currency(), amount.qualifier());
    }
}
