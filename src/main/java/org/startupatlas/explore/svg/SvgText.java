package org.startupatlas.explore.svg;

/** Writes texts and numbers as XML. */
final class SvgText {
    private static final int REPLACEMENT = 0xFFFD;

    private static final String ELLIPSIS = "…";

    /** Isolates a text from the direction of the text around it: otherwise "-5" is shown as "5-" from right to left. */
    private static final String FIRST_STRONG_ISOLATE = "\u2068";

    private static final String POP_ISOLATE = "\u2069";

    private SvgText() {}

    /** Escapes a text for elements and quoted attributes. Characters that XML 1.0 does not allow are replaced. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : REPLACEMENT);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= ' ' && c <= 0xD7FF
                || c >= 0xE000 && c <= REPLACEMENT
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }

    static String isolate(String text) {
        return FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
    }

    /** Shortens a text to at most a number of code points. */
    static String shorten(String text, int max) {
        if (text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, Math.max(max - 1, 0)))
                        .strip()
                + ELLIPSIS;
    }

    /** Writes a coordinate with at most one decimal, in no locale. */
    static String number(double coordinate) {
        long tenths = Math.round(coordinate * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }
}
