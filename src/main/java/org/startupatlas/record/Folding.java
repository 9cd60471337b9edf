package org.startupatlas.record;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Computes the folded key of a text, which is used for comparison, sorting and prefix search.
 *
 * <p>Folding removes differences of spelling: case, accents, ligatures, the shape of apostrophes and dashes, runs of
 * white space, Arabic vowel marks and tatweel, the forms of alef, hamza carriers, ta marbuta and alef maksura. Keys are
 * stored and compared as UTF-8 bytes, so that every database sorts them alike whatever its collation.
 */
public final class Folding {

    /** Characters that compatibility decomposition keeps but that people often type differently. */
    private static final Map<Character, String> REPLACEMENTS = Map.ofEntries(
            Map.entry('œ', "oe"),
            Map.entry('æ', "ae"),
            Map.entry('ß', "ss"),
            Map.entry('ø', "o"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ł', "l"),
            Map.entry('ı', "i"),
            Map.entry('’', "'"),
            Map.entry('‘', "'"),
            Map.entry('ʼ', "'"),
            Map.entry('`', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('‐', "-"),
            Map.entry('‑', "-"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('ـ', ""), // tatweel
            Map.entry('ٱ', "ا"),
            Map.entry('ى', "ي"),
            Map.entry('ة', "ه"),
            Map.entry('ء', ""));

    /** The only ASCII control character that is not below the space. */
    private static final char DELETE = 0x7f;

    private Folding() {}

    /** Returns the folded form of a text, at most eighteen times as long as the text. Folding is idempotent. */
    public static String fold(String text) {
        return isAscii(text) ? new String(plainKey(text), StandardCharsets.ISO_8859_1) : foldLetters(text);
    }

    /** Returns the folded form as the bytes that are stored; null for null. */
    public static byte[] key(String text) {
        if (text == null) {
            return null;
        }
        return isAscii(text) ? plainKey(text) : foldLetters(text).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns whether the key of a text is longer than a number of bytes. */
    public static boolean isKeyLongerThan(String text, int maxBytes) {
        boolean fits = text.length() <= maxBytes && isAscii(text); // folding never makes ASCII longer
        return !fits && key(text).length > maxBytes;
    }

    private static String foldLetters(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i = plain.offsetByCodePoints(i, 1)) {
            append(folded, plain.codePointAt(i));
        }
        return folded.toString().strip();
    }

    /**
     * Computes the key of an ASCII text without decomposition, for speed: most texts are ASCII, and names are folded
     * several times.
     */
    private static byte[] plainKey(String text) {
        byte[] folded = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter > ' ' && letter < DELETE) {
                folded[length++] = plain(letter);
            } else if (Character.isWhitespace(letter) && length > 0 && folded[length - 1] != ' ') {
                folded[length++] = ' ';
            }
        }
        return Arrays.copyOf(folded, length > 0 && folded[length - 1] == ' ' ? length - 1 : length);
    }

    private static byte plain(char letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return (byte) (letter + 'a' - 'A');
        }
        return (byte) (letter == '`' ? '\'' : letter);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder folded, int point) {
        if (point >= 'a' && point <= 'z' || point >= '0' && point <= '9') {
            folded.append((char) point);
            return;
        }
        if (isMark(point) || Character.isISOControl(point) && !Character.isWhitespace(point)) {
            return;
        }
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
            return;
        }
        String replacement = point <= Character.MAX_VALUE ? REPLACEMENTS.get((char) point) : null;
        if (replacement == null) {
            folded.appendCodePoint(point);
        } else {
            folded.append(replacement);
        }
    }

    /** Returns whether a character is a combining mark or an invisible format character (joiner, direction mark). */
    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }
}
