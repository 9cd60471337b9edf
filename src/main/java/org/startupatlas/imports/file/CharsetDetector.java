package org.startupatlas.imports.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Finds out which of the charsets that spreadsheets of the region write a text is in: UTF-8, UTF-16, Windows-1252
 * (French) or Windows-1256 (Arabic).
 *
 * <p>UTF-8 is known by its form, which other text has only by chance. The two of Windows have the same bytes for
 * lower-case French letters; the bytes in which they differ are Arabic letters in one and mostly capitals with accents
 * in the other. What parts them is the company a byte keeps: an Arabic letter stands in a word of Arabic letters, a
 * capital with an accent in a word of Latin ones.
 */
final class CharsetDetector {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    /** In UTF-16 the upper byte of nearly all that French, English and Arabic write is one of these. */
    private static final Set<Integer> UPPER_BYTES = Set.of(0x00, 0x01, 0x06, 0x20);

    /** So many characters in a hundred at least have such a byte. */
    private static final int MOSTLY = 90;

    /** So many in a hundred are digits, spaces, delimiters or Latin letters, whose upper byte is 0. */
    private static final int SOME = 2;

    private CharsetDetector() {}

    /**
     * The charset of a text that begins with these bytes.
     *
     * @param whole whether they are all, and do not end within a character
     */
    static Charset of(byte[] sample, boolean whole) {
        Charset marked = byByteOrderMark(sample);
        if (marked != null) {
            return marked;
        }
        Charset wide = byUpperBytes(sample);
        return wide != null ? wide : ofBytes(sample, whole);
    }

    /** Whether bytes tell nothing of their charset. */
    static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private static Charset byByteOrderMark(byte[] sample) {
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

    /** UTF-16 without a byte order mark shows in the upper bytes, which are the second or the first of each pair. */
    private static Charset byUpperBytes(byte[] sample) {
        if (isUpper(sample, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        return isUpper(sample, 0) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean isUpper(byte[] sample, int first) {
        int upper = 0;
        int zeros = 0;
        for (int i = first; i < sample.length; i += 2) {
            upper += UPPER_BYTES.contains(sample[i] & 0xff) ? 1 : 0;
            zeros += sample[i] == 0 ? 1 : 0;
        }
        int characters = sample.length / 2;
        return zeros > 0 && upper * 100L >= MOSTLY * (long) characters && zeros * 100L >= SOME * (long) characters;
    }

    private static Charset ofBytes(byte[] sample, boolean whole) {
        int[] counts = sequences(sample, whole);
        int fitting = counts[0];
        int unfit = counts[1];
        // A file in which a byte was lost is still UTF-8, and only the row of that byte is refused.
        if (unfit == 0 || fitting > unfit) {
            return StandardCharsets.UTF_8;
        }
        return isArabic(sample) ? WINDOWS_1256 : WINDOWS_1252;
    }

    /** How many characters beyond ASCII the bytes are as UTF-8, and how many times they are none. */
    private static int[] sequences(byte[] sample, boolean whole) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(sample);
        CharBuffer out = CharBuffer.allocate(1 << 12);
        int fitting = 0;
        int unfit = 0;
        CoderResult result;
        do {
            result = decoder.decode(in, out, whole);
            out.flip();
            fitting += (int) out.chars().filter(character -> character > 0x7f).count();
            out.clear();
            if (result.isError()) {
                unfit++;
                in.position(in.position() + result.length());
            }
        } while (!result.isUnderflow());
        return new int[] {fitting, unfit};
    }

    /** Whether more words are made of Arabic letters alone than mix them with Latin ones. */
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
                // A single letter is a word in both: "À", "و".
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

    /** Positive for what is an Arabic letter in Windows-1256, negative for a Latin letter in it, else 0. */
    private static int kind(byte letter) {
        int value = letter & 0xff;
        if (value < 0x80) {
            return Character.isLetter(value) ? -1 : 0;
        }
        char decoded = FROM_1256[value - 0x80];
        if (!Character.isLetter(decoded)) {
            return 0;
        }
        return Character.UnicodeBlock.of(decoded) == Character.UnicodeBlock.ARABIC ? 1 : -1;
    }

    private static final char[] FROM_1256 = upperHalf();

    private static char[] upperHalf() {
        byte[] upper = new byte[0x80];
        for (int i = 0; i < upper.length; i++) {
            upper[i] = (byte) (0x80 + i);
        }
        return new String(upper, WINDOWS_1256).toCharArray();
    }
}
