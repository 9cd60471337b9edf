package org.startupatlas.imports.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells files that are no text from their first bytes, so that the refusal says what they are. */
final class MagicNumbers {

    /** A ZIP archive names its first members within its first kilobytes, a workbook's among them. */
    private static final int NAMES_OF_MEMBERS = 1 << 13;

    /** Text has hardly a control character; compressed or compiled data have an eighth. */
    private static final int TEXT_TO_CONTROLS = 20;

    /** What other compressed files and archives begin with: gzip (inside gzip), bzip2, xz, Zstandard, 7z, RAR. */
    private static final int[][] ARCHIVES = {
        {0x1f, 0x8b},
        {'B', 'Z', 'h'},
        {0xfd, '7', 'z', 'X', 'Z'},
        {0x28, 0xb5, 0x2f, 0xfd},
        {'7', 'z', 0xbc, 0xaf},
        {'R', 'a', 'r', '!', 0x1a}
    };

    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] EMPTY_ZIP = {'P', 'K', 5, 6};

    /** The compound file of older spreadsheets. */
    private static final int[] COMPOUND_FILE = {0xd0, 0xcf, 0x11, 0xe0};

    private static final int[] PDF = {'%', 'P', 'D', 'F', '-'};

    private MagicNumbers() {}

    /** The code of the refusal of a file that begins so; null for one that may be text. */
    static String refusal(byte[] sample) {
        if (sample.length == 0) {
            return "empty-file";
        }
        if (begins(sample, COMPOUND_FILE)) {
            return "spreadsheet-file";
        }
        if (begins(sample, ZIP) || begins(sample, EMPTY_ZIP)) {
            return isWorkbook(sample) ? "spreadsheet-file" : "archive-file";
        }
        for (int[] archive : ARCHIVES) {
            if (begins(sample, archive)) {
                return "archive-file";
            }
        }
        return begins(sample, PDF) ? "binary-file" : null;
    }

    /** Whether decoded text is none. */
    static boolean isBinary(String text) {
        long controls = text.chars().filter(MagicNumbers::isControl).count();
        return controls * TEXT_TO_CONTROLS > text.length();
    }

    /** Whether more bytes are not of the charset than are, beyond ASCII, which is in all: then it is another. */
    static boolean isOtherCharset(String text) {
        long marks =
                text.chars().filter(character -> character == BomReader.MARK).count();
        return marks * 2 > text.chars().filter(character -> character > 0x7f).count();
    }

    /** Whether text is a page or another document in angle brackets. */
    static boolean isMarkup(String text) {
        String begin = text.stripLeading();
        begin = begin.substring(0, Math.min(begin.length(), 16)).toLowerCase(Locale.ROOT);
        return begin.matches("(?s)<([!?/]|[a-z][a-z0-9:]*[\\s>/]).*");
    }

    private static boolean isControl(int character) {
        return character < ' ' && character != '\t' && character != '\n' && character != '\r' && character != '\f';
    }

    private static boolean isWorkbook(byte[] sample) {
        String names = new String(sample, 0, Math.min(sample.length, NAMES_OF_MEMBERS), StandardCharsets.ISO_8859_1);
        return names.contains("xl/")
                || names.contains("[Content_Types].xml")
                || names.contains("application/vnd.oasis.opendocument.spreadsheet");
    }

    private static boolean begins(byte[] sample, int[] with) {
        if (sample.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((sample[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
