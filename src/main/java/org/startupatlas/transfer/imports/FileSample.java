package org.startupatlas.transfer.imports;

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
record FileSample(boolean isJson, boolean isCompressed, Charset charset, char delimiter) {

    private static final int BLOCK = 1 << 20;

    /**
     * Where the first block has nothing beyond ASCII, a later one may tell the charset: in a registry written in Latin
     * letters the first accent can be far away.
     */
    private static final int MOST_BLOCKS = 64;

    /** The quote, the ends of lines, and what no text holds. */
    private static final String NO_DELIMITERS = "\"\r\n\0\uFEFF\uFFFF";

    /** An array of objects, in one line or over many. */
    private static final Pattern JSON_ARRAY = Pattern.compile("\\A\\s*\\[\\s*([{\\[\\]].*|\\R.*)", Pattern.DOTALL);

    /** Looks at the beginning of a file. */
    static FileSample of(Path file, ReadingOptions options, ReadingLimits limits) throws IOException, UnreadableFile {
        try (ImportedBytes bytes = ImportedBytes.open(file, limits.bytes())) {
            byte[] first = bytes.readNBytes(BLOCK);
            if (first.length == 0 && bytes.broken() != null) {
                throw new UnreadableFile(0, bytes.broken(), String.valueOf(limits.bytes() >> 30));
            }
            refuse(FileKind.refusal(first));
            Charset charset = options.charset() == null ? charset(first, bytes) : readable(options.charset());
            String text = MarkedText.withoutByteOrderMark(
                    MarkedText.decoder(charset).decode(ByteBuffer.wrap(first)).toString());
            if (FileKind.isOfOtherCharset(text)) {
                throw new UnreadableFile(0, "not-in-charset", charset.name());
            }
            refuse(refusal(text));
            boolean json = options.delimiter() == null && text.stripLeading().startsWith("{");
            return new FileSample(json, bytes.isCompressed(), charset, json ? '\0' : delimiter(options, text));
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

    private static Charset charset(byte[] first, ImportedBytes bytes) throws IOException {
        byte[] block = first;
        for (int i = 1; i < MOST_BLOCKS && block.length > 0 && CharsetDetection.isAscii(block); i++) {
            block = bytes.readNBytes(BLOCK);
        }
        byte[] telling = CharsetDetection.isAscii(block) ? first : block;
        return CharsetDetection.of(telling, telling.length < BLOCK);
    }

    /** Some charsets cannot be decoded one character after the other. */
    private static Charset readable(Charset charset) throws UnreadableFile {
        if (charset.newDecoder().maxCharsPerByte() < 1) {
            throw new UnreadableFile(0, "unreadable-charset", charset.name());
        }
        return charset;
    }

    private static String refusal(String text) {
        if (text.isBlank()) {
            return "empty-file";
        }
        if (FileKind.isBinary(text)) {
            return "binary-file";
        }
        if (FileKind.isMarkup(text)) {
            return "markup-file";
        }
        return JSON_ARRAY.matcher(text).matches() ? "json-array" : null;
    }

    private static char delimiter(ReadingOptions options, String text) throws UnreadableFile {
        if (options.delimiter() == null) {
            return Delimiters.of(text);
        }
        if (NO_DELIMITERS.indexOf(options.delimiter()) >= 0) {
            throw new UnreadableFile(0, "unfit-delimiter");
        }
        return options.delimiter();
    }

    private static void refuse(String code) throws UnreadableFile {
        if (code != null) {
            throw new UnreadableFile(0, code);
        }
    }
}
