package org.startupatlas.imports.cell.number;

import org.startupatlas.record.TextNormalizer;

/** Writes numbers of any script with the digits and signs of ASCII. */
public final class Digits {

    private static final char ARABIC_DECIMAL_SIGN = '\u066b';
    private static final char ARABIC_THOUSANDS_SIGN = '\u066c';
    private static final char MINUS_SIGN = '\u2212';

    private Digits() {}

    /** Returns whether the text has the Arabic decimal sign, which separates nothing but decimals. */
    static boolean hasArabicDecimals(String text) {
        return text.indexOf(ARABIC_DECIMAL_SIGN) >= 0;
    }

    /**
     * Converts digits of any script, Arabic separators and the typographic minus to ASCII, blanks of any width to
     * blanks, and removes invisible characters and the white space at the edges.
     */
    public static String ascii(String text) {
        String normalized = TextNormalizer.normalize(text, false);
        StringBuilder ascii = new StringBuilder(normalized.length());
        normalized.codePoints().forEach(codePoint -> append(ascii, codePoint));
        return ascii.toString();
    }

    private static void append(StringBuilder ascii, int codePoint) {
        int digit = Character.digit(codePoint, 10);
        if (digit >= 0) {
            ascii.append((char) ('0' + digit));
        } else if (codePoint == ARABIC_DECIMAL_SIGN) {
            ascii.append(',');
        } else if (codePoint == ARABIC_THOUSANDS_SIGN || Character.isSpaceChar(codePoint) || codePoint == '\t') {
            // A blank separates thousands too, and is never before decimals.
            ascii.append(' ');
        } else if (codePoint == MINUS_SIGN) {
            ascii.append('-');
        } else if (Character.getType(codePoint) != Character.FORMAT) {
            ascii.appendCodePoint(codePoint);
        }
    }
}
