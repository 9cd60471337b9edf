package org.startupatlas.record;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * The folded key of a text: what comparing, sorting and prefix search see of it.
 *
 * <p>Folding drops what people leave out or write differently: case, accents, ligatures, the shape of
 * apostrophes and dashes, runs of white space, Arabic vowel marks and tatweel, the forms of alef, hamza
 * carriers, ta marbuta and alef maksura. Keys are stored and ordered as UTF-8 bytes, so that every database
 * sorts them alike whatever its collation.
 */
public final class Folding {

    /** Letters that compatibility decomposition leaves alone but that people type otherwise. */
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

    /** The one control character of ASCII that does not come before all others. */
    private static final char DELETE = 0x7f;

    private Folding() {}

    /** The folded form of a text; never longer than eighteen times the text, and the same when folded again. */
    public static String fold(String text) {
        return isAscii(text) ? new String(plainKey(text), StandardCharsets.ISO_8859_1) : foldLetters(text);
    }

    /** The folded form as the bytes that are stored; null for null. */
    public static byte[] key(String text) {
        if (text == null) {
            return null;
        }
        return isAscii(text) ? plainKey(text) : foldLetters(text).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the key of a text has more bytes than that. */
    public static boolean isLonger(String text, int bytes) {
        boolean cannotBe = text.length() <= bytes && isAscii(text); // which nothing makes longer
        return !cannotBe && key(text).length > bytes;
    }

    private static String foldLetters(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i = plain.offsetByCodePoints(i, 1)) {
            append(folded, plain.codePointAt(i));
        }
        return folded.toString().strip();
    }

    /** The key of a text of ASCII alone, which has nothing to decompose: most are, and names are folded several times. */
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

    /** Combining marks and invisible format characters (joiners, direction marks). */
    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }
}
