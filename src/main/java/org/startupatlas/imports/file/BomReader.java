package org.startupatlas.imports.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * The text of bytes, without a byte order mark. Bytes that are not of the charset become {@link #MARK}, which no text
 * has, so that the rows that they stand in can be refused and no others.
 */
final class BomReader extends Reader {

    /** A noncharacter, which Unicode keeps free for use inside a program. */
    static final char MARK = '\uFFFF';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final DecompressingInput bytes;
    private final Reader text;
    private boolean begun;
    private boolean ended;

    BomReader(DecompressingInput bytes, Charset charset) {
        this.bytes = bytes;
        this.text = new InputStreamReader(bytes, decoder(charset));
    }

    /** Decodes what it can, and marks the rest. */
    static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(MARK));
    }

    /** Without what a text begins with only to tell its charset. */
    static String withoutByteOrderMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** How much of the file was read so far. */
    long position() throws IOException {
        return bytes.position();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = text.read(buffer, offset, length);
        if (!begun && read > 0) {
            begun = true;
            if (buffer[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
                read = read > 1 ? read - 1 : text.read(buffer, offset, length);
            }
        }
        ended = read < 0;
        return read;
    }

    /** Whether all has been read. */
    boolean hasEnded() {
        return ended;
    }

    /** Why it ends before its end, as the code of a fault; null as long as it does not. */
    String broken() {
        return ended ? bytes.broken() : null;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
