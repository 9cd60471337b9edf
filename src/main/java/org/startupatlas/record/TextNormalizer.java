package org.startupatlas.record;

import java.text.Normalizer;
import java.util.OptionalInt;

/**
 * Converts texts to their stored form: Unicode NFC, without white space and invisible characters at the edges, and
 * without zero-width spaces and byte order marks anywhere. Joiners and direction marks inside a text are kept, because
 * Persian words, emoji and mixed Arabic and Latin lines need them.
 */
public final class TextNormalizer {

    private static final char ZERO_WIDTH_SPACE = '\u200b';
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char NEXT_LINE = '\u0085';
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private static final int POP_DIRECTIONAL_FORMATTING = 0x202c;
    private static final int POP_DIRECTIONAL_ISOLATE = 0x2069;

    /** Invisible characters outside the Unicode category of format characters. */
    private static final String INVISIBLE = "\u034f\u115f\u1160\u2800\u3164\uffa0";

    /** Visible format characters, which enclose the Arabic and Syriac digits or letters that follow. */
    private static final String VISIBLE_FORMAT = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2";

    /** The range of the tag characters at the end of flag emoji such as Scotland's. */
    private static final int FIRST_TAG = 0xe0020;

    private static final int LAST_TAG = 0xe007f;

    private TextNormalizer() {}

    /**
     * Returns the stored form of a text. Control characters other than line breaks are kept; {@link #controlCharacter}
     * finds them.
     *
     * @param isMultiline whether line breaks inside the text are kept; otherwise each becomes a blank
     */
    public static String normalize(String text, boolean isMultiline) {
        if (isPlain(text)) {
            return text;
        }
        String composed = Normalizer.normalize(withoutZeroWidth(text), Normalizer.Form.NFC);
        String trimmed = trim(composed);
        return isMultiline ? trimmed : onOneLine(trimmed);
    }

    /** Returns the first control character of a normalized text that is not a line break, if there is one. */
    public static OptionalInt controlCharacter(String text) {
        return text.codePoints()
                .filter(point -> Character.isISOControl(point) && !isLineBreak((char) point))
                .findFirst();
    }

    /** Formats a character in Unicode notation: {@code U+0007}. */
    public static String codePoint(int point) {
        return "U+%04X".formatted(point);
    }

    /** Returns whether a text has a letter or a digit of any script. */
    public static boolean hasLetterOrDigit(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /**
     * Returns whether a text is printable ASCII without blanks at the edges and so already normalized, as most texts
     * are.
     */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return text.isEmpty() || text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    }

    private static String withoutZeroWidth(String text) {
        return text.replace(String.valueOf(ZERO_WIDTH_SPACE), "").replace(String.valueOf(BYTE_ORDER_MARK), "");
    }

    private static String trim(String text) {
        int start = 0;
        while (start < text.length() && isTrimmed(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = text.length();
        while (end > start && isTrimmed(text.codePointBefore(end)) && !closesDirection(text, start, end)) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isTrimmed(int point) {
        return point <= Character.MAX_VALUE && isLineBreak((char) point)
                || point == '\t'
                || Character.isSpaceChar(point)
                || INVISIBLE.indexOf(point) >= 0
                || Character.getType(point) == Character.FORMAT
                        && VISIBLE_FORMAT.indexOf(point) < 0
                        && (point < FIRST_TAG || point > LAST_TAG);
    }

    /**
     * Returns whether the text ends with the terminator of a directional run that begins inside it. Without the
     * terminator, the direction would extend to the text displayed after it.
     */
    private static boolean closesDirection(String text, int start, int end) {
        int last = text.codePointBefore(end);
        if (last != POP_DIRECTIONAL_FORMATTING && last != POP_DIRECTIONAL_ISOLATE) {
            return false;
        }
        int open = 0;
        for (int i = start; i < end - 1; i++) {
            char character = text.charAt(i);
            if (character == last) {
                open = Math.max(0, open - 1);
            } else if (opens(character, last)) {
                open++;
            }
        }
        return open > 0;
    }

    private static boolean opens(char character, int close) {
        return close == POP_DIRECTIONAL_ISOLATE
                ? character >= '\u2066' && character <= '\u2068'
                : character == '\u202a' || character == '\u202b' || character == '\u202d' || character == '\u202e';
    }

    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isLineFeedOfCrLf = character == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            if (!isLineFeedOfCrLf) {
                line.append(isLineBreak(character) ? ' ' : character);
            }
        }
        return line.toString();
    }

    private static boolean isLineBreak(char character) {
        return character == '\n'
                || character == '\r'
                || character == NEXT_LINE
                || character == LINE_SEPARATOR
                || character == PARAGRAPH_SEPARATOR;
    }
}
