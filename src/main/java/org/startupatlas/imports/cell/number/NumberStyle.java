package org.startupatlas.imports.cell.number;

import java.math.BigDecimal;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.type.ValueTypes;

/**
 * How the numbers of a column are written, as far as its cells show it: {@code 12,5} shows that a comma is before
 * decimals, {@code 1,234,567} that it separates thousands. Where a comma is one of them, a point is the other.
 *
 * @param commaBeforeDecimals whether a cell shows decimals behind a comma, or thousands behind a point
 * @param pointBeforeDecimals whether a cell shows decimals behind a point, or thousands behind a comma
 */
public record NumberStyle(boolean commaBeforeDecimals, boolean pointBeforeDecimals) {

    /** No cell shows anything. */
    public static final NumberStyle UNKNOWN = new NumberStyle(false, false);

    /** Returns the style with what a cell of the column shows besides. */
    public NumberStyle with(Field field, String text) {
        String number = MoneyText.numberIn(text);
        NumberShape shape = number == null || Digits.hasArabicDecimals(text) ? null : NumberShape.of(number);
        if (shape == null) {
            return this;
        }
        if (shape.isAmbiguous()) {
            boolean isGroup = !isPossible(field, shape.withDecimals());
            boolean isDecimal = !isPossible(field, shape.digits());
            return isGroup == isDecimal ? this : with(isDecimal, shape.separator());
        }
        NumberStyle style = shape.decimalSign() == '\0' ? this : with(true, shape.decimalSign());
        return shape.groupSign() == '\0' ? style : style.with(false, shape.groupSign());
    }

    private NumberStyle with(boolean isBeforeDecimals, char sign) {
        return isBeforeDecimals == (sign == ',')
                ? new NumberStyle(true, pointBeforeDecimals)
                : new NumberStyle(commaBeforeDecimals, true);
    }

    /** Returns whether a field can have a number: an integer has no decimals, and no latitude has a thousand degrees. */
    static boolean isPossible(Field field, String number) {
        BigDecimal value = new BigDecimal(number);
        Field.Bounds bounds = field.bounds();
        return (field.type() != ValueTypes.INTEGER || value.stripTrailingZeros().scale() <= 0)
                && (bounds == null
                        || value.compareTo(BigDecimal.valueOf(bounds.min())) >= 0
                                && value.compareTo(BigDecimal.valueOf(bounds.max())) <= 0);
    }

    /** Returns whether the column shows what its signs mean, without contradicting itself. */
    boolean isCertain() {
        return commaBeforeDecimals != pointBeforeDecimals;
    }

    /** Returns whether a sign is before decimals, in a column that is certain. */
    boolean isBeforeDecimals(char sign) {
        return sign == ',' ? commaBeforeDecimals : pointBeforeDecimals;
    }
}
