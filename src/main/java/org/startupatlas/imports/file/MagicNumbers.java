package org.startupatlas.imports.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.startupatlas.imports.file.text.BomReader;

/** Recognizes files that are not text by their first bytes, so that the problem names their format. */
final class MagicNumbers {

    /** Text has hardly any control characters; of compressed or compiled data, an eighth are. */
    private static final int MIN_CHARACTERS_PER_CONTROL = 20;

    /** The magic numbers of other compressed files and archives: gzip (within gzip), bzip2, xz, Zstandard, 7z, RAR. */
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

    /** The compound file format of old spreadsheets ({@code .xls}). */
    private static final int[] COMPOUND_FILE = {0xd0, 0xcf, 0x11, 0xe0};

    /** The name, in UTF-16, of the part of a compound file that has an encrypted workbook. */
    private static final String ENCRYPTED = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

    private static final int[] PDF = {'%', 'P', 'D', 'F', '-'};

    private MagicNumbers() {}

    /** Returns the format of a workbook by its beginning; null if the file is none that is read. */
    static FileFormat workbook(byte[] sample) {
        if (!begins(sample, ZIP)) {
            return null;
        }
        String names = new String(sample, StandardCharsets.ISO_8859_1);
        if (names.contains("application/vnd.oasis.opendocument.") || names.contains("content.xml")) {
            return FileFormat.ODS;
        }
        boolean isOffice =
                names.contains("xl/") || names.contains("[Content_Types].xml") || names.contains("_rels/.rels");
        return isOffice ? FileFormat.XLSX : null;
    }

    /** Returns the problem code for a file by its beginning; null if it may be text. */
    static String refusal(byte[] sample) {
        if (sample.length == 0) {
            return "empty-file";
        }
        if (begins(sample, COMPOUND_FILE)) {
            return contains(sample, ENCRYPTED) ? "encrypted-workbook" : "spreadsheet-file";
        }
        if (begins(sample, ZIP) || begins(sample, EMPTY_ZIP)) {
            return "archive-file";
        }
        for (int[] archive : ARCHIVES) {
            if (begins(sample, archive)) {
                return "archive-file";
            }
        }
        return begins(sample, PDF) ? "binary-file" : null;
    }

    /** Whether decoded text contains too many control characters to be text. */
    static boolean isBinary(String text) {
        long controls = text.chars().filter(MagicNumbers::isControl).count();
        return controls * MIN_CHARACTERS_PER_CONTROL > text.length();
    }

    /** Whether bytes of one character each contain too many control characters to be text. */
    static boolean isBinary(byte[] sample) {
        return isBinary(new String(sample, StandardCharsets.ISO_8859_1));
    }

    /** Whether most characters beyond ASCII are invalid in the charset, so that the text has another one. */
    static boolean isOtherCharset(String text) {
        long marks = text.chars()
                .filter(character -> character == BomReader.UNDECODABLE)
                .count();
        return marks * 2 > text.chars().filter(character -> character > 0x7f).count();
    }

    /** Whether a text is HTML, XML or other markup. */
    static boolean isMarkup(String text) {
        String begin = text.stripLeading();
        begin = begin.substring(0, Math.min(begin.length(), 16)).toLowerCase(Locale.ROOT);
        return begin.matches("(?s)<([!?/]|[a-z][a-z0-9:]*[\\s>/]).*");
    }

    private static boolean isControl(int character) {
        return character < ' ' && character != '\t' && character != '\n' && character != '\r' && character != '\f';
    }

    private static boolean contains(byte[] sample, String text) {
        return new String(sample, StandardCharsets.ISO_8859_1).contains(text);
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
