package org.startupatlas.imports.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.startupatlas.imports.file.csv.CsvLines;
import org.startupatlas.imports.file.csv.DelimiterDetector;
import org.startupatlas.imports.file.table.ReadingLimits;
import org.startupatlas.imports.file.text.BomReader;
import org.startupatlas.imports.file.text.CharsetDetector;
import org.startupatlas.imports.file.text.DecompressingInput;
import org.startupatlas.query.parameter.RejectedException;

/**
 * Detects the format of a file by its beginning.
 *
 * @param format the format; workbooks have no charset and delimiter
 * @param isCompressed whether the file is gzip
 * @param charset the charset of the text
 * @param delimiter the cell delimiter; NUL if there is none
 */
record FormatSniffer(FileFormat format, boolean isCompressed, Charset charset, char delimiter) {

    private static final int SAMPLE_SIZE = 1 << 20;

    /**
     * Maximum number of samples searched for a character beyond ASCII, which shows the charset: in a file in Latin
     * letters the first accent may be far from the beginning.
     */
    private static final int MAX_SAMPLES = 64;

    /** The quote, line ends, and characters that no text contains. */
    private static final String INVALID_DELIMITERS = "\"\r\n\0\uFEFF\uFFFF";

    /**
     * Detects the format of a file, as far as the options do not define it.
     *
     * @param knownColumns counts the known columns of a line
     */
    static FormatSniffer of(
            Path file, ReadingOptions options, ReadingLimits limits, ToIntFunction<List<String>> knownColumns)
            throws IOException {
        try (DecompressingInput bytes = DecompressingInput.open(file, limits.bytes())) {
            byte[] first = bytes.readNBytes(SAMPLE_SIZE);
            if (first.length == 0 && bytes.errorCode() != null) {
                throw RejectedException.unreadableFile(0, bytes.errorCode(), String.valueOf(limits.bytes() >> 30));
            }
            FileFormat workbook = bytes.isCompressed() ? null : MagicNumbers.workbook(first);
            if (workbook != null) {
                return new FormatSniffer(workbook, false, null, CsvLines.NO_DELIMITER);
            }
            throwIfRefused(MagicNumbers.refusal(first));
            Charset charset = options.charset() == null ? charset(first, bytes) : requireDecodable(options.charset());
            return ofText(first, charset, bytes.isCompressed(), options, knownColumns);
        }
    }

    private static FormatSniffer ofText(
            byte[] first,
            Charset charset,
            boolean isCompressed,
            ReadingOptions options,
            ToIntFunction<List<String>> knownColumns)
            throws IOException {
        String text = BomReader.withoutEndMarks(BomReader.withoutByteOrderMark(
                BomReader.decoder(charset).decode(ByteBuffer.wrap(first)).toString()));
        if (MagicNumbers.isOtherCharset(text)) {
            throw RejectedException.unreadableFile(0, "not-in-charset", charset.name());
        }
        throwIfRefused(refusal(text));
        FileFormat format = options.delimiter() == null ? JsonShape.of(text) : FileFormat.CSV;
        char delimiter = format == FileFormat.CSV ? delimiter(options, text, knownColumns) : CsvLines.NO_DELIMITER;
        return new FormatSniffer(format, isCompressed, charset, delimiter);
    }

    private static Charset charset(byte[] first, DecompressingInput bytes) throws IOException {
        byte[] sample = first;
        for (int i = 1; i < MAX_SAMPLES && sample.length > 0 && CharsetDetector.isAscii(sample); i++) {
            sample = bytes.readNBytes(SAMPLE_SIZE);
        }
        byte[] decisive = CharsetDetector.isAscii(sample) ? first : sample;
        Charset charset = CharsetDetector.of(decisive, decisive.length < SAMPLE_SIZE);
        if (CharsetDetector.isDoubtful(decisive, charset) && !MagicNumbers.isBinary(decisive)) {
            throw RejectedException.unreadableFile(0, "doubtful-charset");
        }
        return charset;
    }

    /** Rejects charsets that cannot be decoded character by character. */
    private static Charset requireDecodable(Charset charset) {
        if (charset.newDecoder().maxCharsPerByte() < 1) {
            throw RejectedException.unreadableFile(0, "unreadable-charset", charset.name());
        }
        return charset;
    }

    private static String refusal(String text) {
        if (text.isBlank()) {
            return "empty-file";
        }
        if (MagicNumbers.isBinary(text)) {
            return "binary-file";
        }
        return MagicNumbers.isMarkup(text) ? "markup-file" : null;
    }

    private static char delimiter(ReadingOptions options, String text, ToIntFunction<List<String>> knownColumns) {
        if (options.delimiter() == null) {
            return DelimiterDetector.of(text, knownColumns);
        }
        if (INVALID_DELIMITERS.indexOf(options.delimiter()) >= 0) {
            throw RejectedException.unreadableFile(0, "unfit-delimiter");
        }
        return options.delimiter();
    }

    private static void throwIfRefused(String code) {
        if (code != null) {
            throw RejectedException.unreadableFile(0, code);
        }
    }
}
