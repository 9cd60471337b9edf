package org.startupatlas.imports.file.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Detects the charset of a text among those that spreadsheets of the region write: UTF-8, UTF-16, Windows-1252,
 * MacRoman and code page 850 (French) and Windows-1256 (Arabic).
 *
 * <p>UTF-8 is recognized by its byte sequences, which other text has only by chance. The two Windows charsets have the
 * same bytes for lower-case French letters; the bytes in which they differ are Arabic letters in one and mostly
 * capitals with accents in the other. They are distinguished by the neighbouring letters: an Arabic letter is in a word
 * of Arabic letters, a capital with an accent in a word of Latin letters.
 */
public final class CharsetDetector {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    /** The charsets that Excel for Mac and Excel's "CSV (MS-DOS)" write. */
    private static final List<Charset> OTHER_LATIN = List.of(Charsets.MACINTOSH, Charsets.CP850);

    /** A few strange characters are damage or a foreign name. */
    private static final int MIN_DOUBTFUL = 3;

    /** Minimum percentage of characters with such an upper byte. */
    private static final int MIN_UPPER_PERCENT = 90;

    /** Minimum percentage of digits, spaces, delimiters and Latin letters, whose upper byte is 0. */
    private static final int MIN_ZERO_PERCENT = 2;

    private CharsetDetector() {}

    /**
     * Returns the charset of a text by its first bytes.
     *
     * @param isComplete whether the sample is the whole text, so that it does not end within a character
     */
    public static Charset of(byte[] sample, boolean isComplete) {
        Charset marked = ofByteOrderMark(sample);
        if (marked != null) {
            return marked;
        }
        Charset utf16 = ofUpperBytes(sample);
        return utf16 != null ? utf16 : ofBytes(sample, isComplete);
    }

    /** Whether all bytes are ASCII, so that they do not show their charset. */
    public static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private static Charset ofByteOrderMark(byte[] sample) {
        int first = pair(sample, 0);
        int second = pair(sample, 2);
        if (first == 0xfffe) {
            return second == 0 ? UTF_32LE : StandardCharsets.UTF_16LE;
        }
        if (first == 0xfeff) {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0 && second == 0xfeff) {
            return UTF_32BE;
        }
        return first == 0xefbb && second >>> 8 == 0xbf ? StandardCharsets.UTF_8 : null;
    }

    private static int pair(byte[] sample, int at) {
        return at + 1 < sample.length ? (sample[at] & 0xff) << 8 | sample[at + 1] & 0xff : -1;
    }

    /** Detects UTF-16 without a byte order mark by the upper bytes, which are the second or the first of each pair. */
    private static Charset ofUpperBytes(byte[] sample) {
        if (isUpper(sample, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        return isUpper(sample, 0) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean isUpper(byte[] sample, int first) {
        int upper = 0;
        int zeros = 0;
        for (int i = first; i < sample.length; i += 2) {
            upper += isUpper(sample[i]) ? 1 : 0;
            zeros += sample[i] == 0 ? 1 : 0;
        }
        int characters = sample.length / 2;
        return zeros > 0
                && upper * 100L >= MIN_UPPER_PERCENT * (long) characters
                && zeros * 100L >= MIN_ZERO_PERCENT * (long) characters;
    }

    /** Whether a byte is the upper one of nearly all characters of French, English and Arabic texts. */
    private static boolean isUpper(byte value) {
        return value == 0x00 || value == 0x01 || value == 0x06 || value == 0x20;
    }

    private static Charset ofBytes(byte[] sample, boolean isComplete) {
        int[] counts = countSequences(sample, isComplete);
        int valid = counts[0];
        int invalid = counts[1];
        // A file with a damaged byte is still UTF-8; only the row with that byte is refused.
        if (invalid == 0 || valid > invalid) {
            return StandardCharsets.UTF_8;
        }
        return isArabic(sample) ? WINDOWS_1256 : latin(sample);
    }

    /** Returns the charset by which the fewest characters are where no text has them; Windows-1252 of several. */
    private static Charset latin(byte[] sample) {
        Charset best = WINDOWS_1252;
        int least = LatinPlausibility.of(sample, best).implausible();
        for (Charset charset : OTHER_LATIN) {
            int implausible =
                    least == 0 ? 0 : LatinPlausibility.of(sample, charset).implausible();
            if (implausible < least) {
                best = charset;
                least = implausible;
            }
        }
        return best;
    }

    /** Whether most characters beyond ASCII make no sense in a charset with one byte per character. */
    public static boolean isDoubtful(byte[] sample, Charset charset) {
        if (charset != WINDOWS_1252 && !OTHER_LATIN.contains(charset)) {
            return false;
        }
        LatinPlausibility found = LatinPlausibility.of(sample, charset);
        return found.implausible() >= MIN_DOUBTFUL && found.implausible() * 2 > found.all();
    }

    /** Counts the valid UTF-8 sequences beyond ASCII, and the invalid ones. */
    private static int[] countSequences(byte[] sample, boolean isComplete) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(sample);
        CharBuffer out = CharBuffer.allocate(1 << 12);
        int valid = 0;
        int invalid = 0;
        CoderResult result;
        do {
            result = decoder.decode(in, out, isComplete);
            out.flip();
            valid += (int) out.chars().filter(character -> character > 0x7f).count();
            out.clear();
            if (result.isError()) {
                invalid++;
                in.position(in.position() + result.length());
            }
        } while (!result.isUnderflow());
        return new int[] {valid, invalid};
    }

    /** Whether more words consist of Arabic letters only than mix Arabic and Latin letters. */
    private static boolean isArabic(byte[] sample) {
        int arabicWords = 0;
        int mixedWords = 0;
        int arabic = 0;
        int latin = 0;
        for (int i = 0; i <= sample.length; i++) {
            int letter = i < sample.length ? kind(sample[i]) : 0;
            if (letter > 0) {
                arabic++;
            } else if (letter < 0) {
                latin++;
            } else {
                // A single letter may be a word in both languages: "À", "و".
                if (arabic > 1 && latin == 0) {
                    arabicWords++;
                } else if (arabic > 0 && latin > 0) {
                    mixedWords++;
                }
                arabic = 0;
                latin = 0;
            }
        }
        return arabicWords > mixedWords;
    }

    /** Returns 1 for an Arabic letter of Windows-1256, -1 for a Latin letter, else 0. */
    private static int kind(byte letter) {
        int value = letter & 0xff;
        if (value < 0x80) {
            return Character.isLetter(value) ? -1 : 0;
        }
        char decoded = WINDOWS_1256_CHARACTERS[value - 0x80];
        if (!Character.isLetter(decoded)) {
            return 0;
        }
        return Character.UnicodeBlock.of(decoded) == Character.UnicodeBlock.ARABIC ? 1 : -1;
    }

    private static final char[] WINDOWS_1256_CHARACTERS = decodeUpperHalf();

    private static char[] decodeUpperHalf() {
        byte[] upper = new byte[0x80];
        for (int i = 0; i < upper.length; i++) {
            upper[i] = (byte) (0x80 + i);
        }
        return new String(upper, WINDOWS_1256).toCharArray();
    }
}
