package org.startupatlas.imports.file.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * Decodes the text of a file without its byte order mark and without the end marks of DOS. Bytes that are invalid in the
 * charset become {@link #UNDECODABLE}, which no text contains, so that only the rows with such bytes are refused.
 */
public final class BomReader extends Reader {

    /** A noncharacter, which Unicode reserves for internal use by programs. */
    public static final char UNDECODABLE = '\uFFFF';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Ctrl-Z, with which programs of DOS end a text. */
    private static final char END_MARK = '\u001a';

    private final DecompressingInput input;
    private final Reader reader;
    private boolean isStarted;

    /** End marks that were read, and are returned only if text follows. */
    private int heldBack;

    private boolean isAtEnd;

    public BomReader(DecompressingInput input, Charset charset) {
        this.input = input;
        this.reader = new InputStreamReader(input, decoder(charset));
    }

    /** Returns a decoder that replaces invalid bytes by {@link #UNDECODABLE}. */
    public static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(UNDECODABLE));
    }

    public static String withoutByteOrderMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Returns the number of bytes read of the file as it is stored. */
    public long position() throws IOException {
        return input.position();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = decode(buffer, offset, length);
        while (read > 0) {
            int marks = 0;
            while (marks < read && buffer[offset + read - 1 - marks] == END_MARK) {
                marks++;
            }
            int text = read - marks;
            if (text > 0 && heldBack > 0) {
                return withHeldBack(buffer, offset, length, read);
            }
            heldBack += marks;
            if (text > 0) {
                return text;
            }
            read = decode(buffer, offset, length);
        }
        return read;
    }

    /** Puts the end marks before the text that follows them; those for which there is no room are dropped. */
    private int withHeldBack(char[] buffer, int offset, int length, int read) {
        int marks = Math.max(0, Math.min(heldBack, length - read));
        heldBack = 0;
        System.arraycopy(buffer, offset, buffer, offset + marks, read);
        Arrays.fill(buffer, offset, offset + marks, END_MARK);
        return read + marks;
    }

    private int decode(char[] buffer, int offset, int length) throws IOException {
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

    /** Returns a text without the end marks at its end. */
    public static String withoutEndMarks(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == END_MARK) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Whether the end of the text was reached. */
    public boolean isAtEnd() {
        return isAtEnd;
    }

    /** Returns the problem code if the text has ended before the end of the file; else null. */
    public String errorCode() {
        return isAtEnd ? input.errorCode() : null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
