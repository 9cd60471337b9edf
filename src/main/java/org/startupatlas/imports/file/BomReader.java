package org.startupatlas.imports.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes the text of a file without its byte order mark. Bytes that are invalid in the charset become
 * {@link #UNDECODABLE}, which no text contains, so that only the rows with such bytes are refused.
 */
final class BomReader extends Reader {

    /** A noncharacter, which Unicode reserves for internal use by programs. */
    static final char UNDECODABLE = '\uFFFF';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final DecompressingInput input;
    private final Reader reader;
    private boolean isStarted;
    private boolean isAtEnd;

    BomReader(DecompressingInput input, Charset charset) {
        this.input = input;
        this.reader = new InputStreamReader(input, decoder(charset));
    }

    /** Returns a decoder that replaces invalid bytes by {@link #UNDECODABLE}. */
    static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(UNDECODABLE));
    }

    static String withoutByteOrderMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Returns the number of bytes read of the file as it is stored. */
    long position() throws IOException {
        return input.position();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = reader.read(buffer, offset, length);
        if (!isStarted && read > 0) {
            isStarted = true;
            if (buffer[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
                read = read > 1 ? read - 1 : reader.read(buffer, offset, length);
            }
        }
        isAtEnd = read < 0;
        return read;
    }

    /** Whether the end of the text was reached. */
    boolean isAtEnd() {
        return isAtEnd;
    }

    /** Returns the problem code if the text has ended before the end of the file; else null. */
    String errorCode() {
        return isAtEnd ? input.errorCode() : null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
