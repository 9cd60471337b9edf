package org.startupatlas.imports.cell.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shape of a written number: which of its signs certainly separate thousands, and which decimals.
 *
 * @param plain the number with its decimals behind a point, as far as the shape is certain; null if {@code separator}
 *     may be either
 * @param separator the only comma or point, if three digits are behind it and one to three before; else NUL
 * @param digits the number without its only separator, as it is if the separator separates thousands
 * @param decimalSign the sign that certainly is before decimals; NUL if there is none
 * @param groupSign the comma or point that certainly separates thousands; NUL if there is none
 */
record NumberShape(String plain, char separator, String digits, char decimalSign, char groupSign) {

    private static final char NONE = '\0';

    private static final Pattern PLAIN = Pattern.compile("-?\\d+");

    /** Blanks of any width are blanks here; apostrophes are used in Switzerland. */
    private static final Pattern GROUPED_BY_SPACE =
            Pattern.compile("(?<integer>-?\\d{1,3}(?:[ '\u2019]\\d{3})+)(?:(?<sign>[.,])(?<decimals>\\d+))?");

    private static final Pattern SPACES = Pattern.compile("[ '\u2019]");
    private static final Pattern ONE_SIGN = Pattern.compile("-?\\d+(?<sign>[.,])\\d+");
    private static final Pattern ONE_GROUP = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern BY_COMMAS =
            Pattern.compile("-?\\d{1,3}(,\\d{3}){2,}(\\.\\d+)?|-?\\d{1,3},\\d{3}\\.\\d+");
    private static final Pattern BY_POINTS =
            Pattern.compile("-?\\d{1,3}(\\.\\d{3}){2,}(,\\d+)?|-?\\d{1,3}\\.\\d{3},\\d+");

    /** Returns the shape of a text of ASCII digits; null if it is no number. */
    static NumberShape of(String text) {
        if (PLAIN.matcher(text).matches()) {
            return new NumberShape(text, NONE, text, NONE, NONE);
        }
        Matcher bySpace = GROUPED_BY_SPACE.matcher(text);
        if (bySpace.matches()) {
            String integer = SPACES.matcher(bySpace.group("integer")).replaceAll("");
            String sign = bySpace.group("sign");
            return sign == null
                    ? new NumberShape(integer, NONE, integer, NONE, NONE)
                    : new NumberShape(integer + "." + bySpace.group("decimals"), NONE, null, sign.charAt(0), NONE);
        }
        if (BY_COMMAS.matcher(text).matches()) {
            return new NumberShape(text.replace(",", ""), NONE, null, text.indexOf('.') < 0 ? NONE : '.', ',');
        }
        if (BY_POINTS.matcher(text).matches()) {
            String plain = text.replace(".", "").replace(',', '.');
            return new NumberShape(plain, NONE, null, text.indexOf(',') < 0 ? NONE : ',', '.');
        }
        Matcher one = ONE_SIGN.matcher(text);
        if (!one.matches()) {
            return null;
        }
        char sign = one.group("sign").charAt(0);
        return ONE_GROUP.matcher(text).matches()
                ? new NumberShape(null, sign, text.replace(String.valueOf(sign), ""), NONE, NONE)
                : new NumberShape(text.replace(',', '.'), NONE, null, sign, NONE);
    }

    /** Returns whether the number may have decimals or thousands behind its only separator. */
    boolean isAmbiguous() {
        return plain == null;
    }

    /** Returns an ambiguous number with its separator as the decimal sign. */
    String withDecimals() {
        int decimals = digits.length() - 3;
        return digits.substring(0, decimals) + "." + digits.substring(decimals);
    }
}
