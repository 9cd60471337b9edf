package org.startupatlas.imports.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.startupatlas.query.parameter.RejectedException;

/**
 * Detects the format of a file by its beginning.
 *
 * @param isJson whether the file is NDJSON; else it is CSV
 * @param isCompressed whether the file is gzip
 * @param charset the charset of the text
 * @param delimiter the cell delimiter; NUL for NDJSON
 */
record FormatSniffer(boolean isJson, boolean isCompressed, Charset charset, char delimiter) {

    private static final int SAMPLE_SIZE = 1 << 20;

    /**
     * Maximum number of samples searched for a character beyond ASCII, which shows the charset: in a file in Latin
     * letters the first accent may be far from the beginning.
     */
    private static final int MAX_SAMPLES = 64;

    /** The quote, line ends, and characters that no text contains. */
    private static final String INVALID_DELIMITERS = "\"\r\n\0\uFEFF\uFFFF";

    /** A JSON array, in one line or several. */
    private static final Pattern JSON_ARRAY = Pattern.compile("\\A\\s*\\[\\s*([{\\[\\]].*|\\R.*)", Pattern.DOTALL);

    /** Detects the format of a file, as far as the options do not define it. */
    static FormatSniffer of(Path file, ReadingOptions options, ReadingLimits limits) throws IOException {
        try (DecompressingInput bytes = DecompressingInput.open(file, limits.bytes())) {
            byte[] first = bytes.readNBytes(SAMPLE_SIZE);
            if (first.length == 0 && bytes.errorCode() != null) {
                throw RejectedException.unreadableFile(0, bytes.errorCode(), String.valueOf(limits.bytes() >> 30));
            }
            throwIfRefused(MagicNumbers.refusal(first));
            Charset charset = options.charset() == null ? charset(first, bytes) : requireDecodable(options.charset());
            String text = BomReader.withoutByteOrderMark(
                    BomReader.decoder(charset).decode(ByteBuffer.wrap(first)).toString());
            if (MagicNumbers.isOtherCharset(text)) {
                throw RejectedException.unreadableFile(0, "not-in-charset", charset.name());
            }
            throwIfRefused(refusal(text));
            boolean json = options.delimiter() == null && text.stripLeading().startsWith("{");
            return new FormatSniffer(json, bytes.isCompressed(), charset, json ? '\0' : delimiter(options, text));
        }
    }

    /** Returns the detection, without columns. */
    Detection detection() {
        return new Detection(
                isJson ? "ndjson" : "csv",
                isCompressed ? "gzip" : "none",
                charset.name(),
                isJson ? null : String.valueOf(delimiter),
                List.of());
    }

    private static Charset charset(byte[] first, DecompressingInput bytes) throws IOException {
        byte[] sample = first;
        for (int i = 1; i < MAX_SAMPLES && sample.length > 0 && CharsetDetector.isAscii(sample); i++) {
            sample = bytes.readNBytes(SAMPLE_SIZE);
        }
        byte[] decisive = CharsetDetector.isAscii(sample) ? first : sample;
        return CharsetDetector.of(decisive, decisive.length < SAMPLE_SIZE);
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
        if (MagicNumbers.isMarkup(text)) {
            return "markup-file";
        }
        return JSON_ARRAY.matcher(text).matches() ? "json-array" : null;
    }

    private static char delimiter(ReadingOptions options, String text) {
        if (options.delimiter() == null) {
            return DelimiterDetector.of(text);
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
