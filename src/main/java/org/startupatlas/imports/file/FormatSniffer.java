package org.startupatlas.imports.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the beginning of a file tells of how it is to be read.
 *
 * @param isJson whether it is NDJSON, else it is CSV
 * @param isCompressed whether it is gzip
 * @param charset of its text
 * @param delimiter what parts the cells; NUL for NDJSON
 */
record FormatSniffer(boolean isJson, boolean isCompressed, Charset charset, char delimiter) {

    private static final int BLOCK = 1 << 20;

    /**
     * Where the first block has nothing beyond ASCII, a later one may tell the charset: in a registry written in Latin
     * letters the first accent can be far away.
     */
    private static final int MAX_SAMPLES = 64;

    /** The quote, the ends of lines, and what no text holds. */
    private static final String NO_DELIMITERS = "\"\r\n\0\uFEFF\uFFFF";

    /** An array of objects, in one line or over many. */
    private static final Pattern JSON_ARRAY = Pattern.compile("\\A\\s*\\[\\s*([{\\[\\]].*|\\R.*)", Pattern.DOTALL);

    /** Looks at the beginning of a file. */
    static FormatSniffer of(Path file, ReadingOptions options, ReadingLimits limits)
            throws IOException, UnreadableFileException {
        try (DecompressingInput bytes = DecompressingInput.open(file, limits.bytes())) {
            byte[] first = bytes.readNBytes(BLOCK);
            if (first.length == 0 && bytes.broken() != null) {
                throw new UnreadableFileException(0, bytes.broken(), String.valueOf(limits.bytes() >> 30));
            }
            refuse(MagicNumbers.refusal(first));
            Charset charset = options.charset() == null ? charset(first, bytes) : readable(options.charset());
            String text = BomReader.withoutByteOrderMark(
                    BomReader.decoder(charset).decode(ByteBuffer.wrap(first)).toString());
            if (MagicNumbers.isOtherCharset(text)) {
                throw new UnreadableFileException(0, "not-in-charset", charset.name());
            }
            refuse(refusal(text));
            boolean json = options.delimiter() == null && text.stripLeading().startsWith("{");
            return new FormatSniffer(json, bytes.isCompressed(), charset, json ? '\0' : delimiter(options, text));
        }
    }

    /** What was found, but for the columns. */
    Detection detection() {
        return new Detection(
                isJson ? "ndjson" : "csv",
                isCompressed ? "gzip" : "none",
                charset.name(),
                isJson ? null : String.valueOf(delimiter),
                List.of());
    }

    private static Charset charset(byte[] first, DecompressingInput bytes) throws IOException {
        byte[] block = first;
        for (int i = 1; i < MAX_SAMPLES && block.length > 0 && CharsetDetector.isAscii(block); i++) {
            block = bytes.readNBytes(BLOCK);
        }
        byte[] telling = CharsetDetector.isAscii(block) ? first : block;
        return CharsetDetector.of(telling, telling.length < BLOCK);
    }

    /** Some charsets cannot be decoded one character after the other. */
    private static Charset readable(Charset charset) throws UnreadableFileException {
        if (charset.newDecoder().maxCharsPerByte() < 1) {
            throw new UnreadableFileException(0, "unreadable-charset", charset.name());
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

    private static char delimiter(ReadingOptions options, String text) throws UnreadableFileException {
        if (options.delimiter() == null) {
            return DelimiterDetector.of(text);
        }
        if (NO_DELIMITERS.indexOf(options.delimiter()) >= 0) {
            throw new UnreadableFileException(0, "unfit-delimiter");
        }
        return options.delimiter();
    }

    private static void refuse(String code) throws UnreadableFileException {
        if (code != null) {
            throw new UnreadableFileException(0, code);
        }
    }
}
