package org.startupatlas.imports.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.startupatlas.imports.cell.number.MoneyText;
import org.startupatlas.imports.cell.number.NumberParser;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Field.Shape;

/**
 * The cells of one amount of money. They are read together: the currency may stand in the cell of the sum, and the
 * million in that of the currency. Without a sum, nothing is written: a currency alone says nothing.
 */
final class MoneyCells {

    private static final String VALUE = "value";
    private static final String CURRENCY = "currency";
    private static final String QUALIFIER = "qualifier";
    private static final String EXACT = "exact";

    private final String name;
    private final Field amount;
    private final CellProblems problems;
    private boolean hasSumCell;
    private MoneyText sum;
    private JsonNode sumAsWritten;
    private String sumText;
    private JsonNode currencyAsWritten;
    private MoneyText.Unit unit;
    private JsonNode qualifier;
    private boolean isQualifierLeftOut;

    MoneyCells(String name, Field amount, CellProblems problems) {
        this.name = name;
        this.amount = amount;
        this.problems = problems;
    }

    /** Returns whether a field is an amount of money. */
    static boolean isMoney(Field field) {
        return field.shape() == Shape.OBJECT
                && field.parts().stream().map(Field::name).toList().containsAll(List.of(VALUE, CURRENCY, QUALIFIER));
    }

    /** Adds the sum, which is text or a number; returns the problem if it is not understood. */
    Optional<Violation> addSum(Field field, JsonNode json, ColumnStyles styles) {
        hasSumCell = true;
        sumAsWritten = json;
        sumText = json.asText();
        sum = json.isNumber()
                ? new MoneyText(json.decimalValue(), 0, null, null)
                : MoneyText.parse(field, sumText, styles.number(field)).orElse(null);
        return sum == null ? Optional.of(problems.of(field, sumText)) : Optional.empty();
    }

    /** Notes that the sum is unknown. */
    void addUnknownSum() {
        hasSumCell = true;
    }

    void addCurrency(JsonNode json) {
        currencyAsWritten = json;
        unit = json.isTextual()
                ? MoneyText.unit(json.textValue())
                        .filter(each -> each.code() != null)
                        .orElse(null)
                : null;
    }

    void addQualifier(ParsedCell cell) {
        qualifier = cell.value();
        isQualifierLeftOut = !cell.problems().isEmpty();
    }

    /**
     * Puts the amount into a record.
     *
     * @param leftOut gets the problem of a sum that is out of range, or that has two currencies
     */
    void put(ParsedRow row, boolean isStrict, List<Violation> leftOut) {
        boolean isSumMissing = hasSumCell && sum == null && !(isStrict && sumAsWritten != null);
        boolean isEmpty = !hasSumCell && currencyAsWritten == null && qualifier == null;
        if (isSumMissing || isEmpty) {
            return;
        }
        if (isQualifierLeftOut && !isStrict) {
            if (sum != null) {
                leftOut.add(Violation.ofCell(null, "sum-without-qualifier", asWritten()));
            }
            return;
        }
        BigDecimal total = sum == null ? null : sum.value().scaleByPowerOfTen(powerOfCurrency());
        ParsedCell value = total == null
                ? null
                : problems.checked(amount.part(VALUE), NumberParser.toJson(amount.part(VALUE), total), sumText);
        if (value != null && value.value() == null && !isStrict) {
            leftOut.addAll(value.problems());
            return;
        }
        ObjectNode object = row.record().withObjectProperty(name);
        if (hasSumCell) {
            object.set(VALUE, value == null ? sumAsWritten : value.asWritten());
        }
        JsonNode currency = currency();
        if (currency != null) {
            object.set(CURRENCY, currency);
        }
        putQualifier(row, object);
    }

    /** Returns the sum with its currency, as the cells have them. */
    private String asWritten() {
        return currencyAsWritten == null ? sumText : sumText + " " + currencyAsWritten.asText();
    }

    /** Returns the power of ten in the cell of the currency, unless the cell of the sum has its own. */
    private int powerOfCurrency() {
        return unit == null || sum.power() != 0 || sum.currency() != null ? 0 : unit.power();
    }

    /** Returns whether both cells have a currency or a power of ten, and not the same. */
    private boolean isContradicted() {
        boolean isOtherCurrency = sum.currency() != null && !sum.currency().equals(unit.code());
        boolean hasOwnUnit = sum.power() != 0 || sum.currency() != null;
        return isOtherCurrency || unit.power() != 0 && hasOwnUnit && sum.power() != unit.power();
    }

    /** Returns the currency; the text of its cell, which is refused, if it is not understood or contradicts the sum. */
    private JsonNode currency() {
        String ofSum = sum == null ? null : sum.currency();
        if (currencyAsWritten == null) {
            return ofSum == null ? null : TextNode.valueOf(ofSum);
        }
        boolean isPowerOfNothing = sum == null && unit != null && unit.power() != 0;
        if (unit == null || isPowerOfNothing) {
            return currencyAsWritten;
        }
        return sum != null && isContradicted()
                ? TextNode.valueOf(sumText + " / " + currencyAsWritten.asText())
                : TextNode.valueOf(unit.code());
    }

    private void putQualifier(ParsedRow row, ObjectNode object) {
        if (qualifier != null) {
            object.set(QUALIFIER, qualifier);
        } else if (sum != null && sum.qualifier() != null) {
            object.put(QUALIFIER, sum.qualifier());
        } else if (hasSumCell) {
            row.defaults().withObjectProperty(name).put(QUALIFIER, EXACT);
        }
    }
}
