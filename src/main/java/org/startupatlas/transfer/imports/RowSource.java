package org.startupatlas.transfer.imports;

import java.nio.file.Path;
import org.startupatlas.query.Declaration;

/** Reads the rows of a file, one after the other, in constant memory. */
final class RowSource implements AutoCloseable {

    private RowSource() {}

    /** Opens a file and finds out how it is to be read. */
    static RowSource open(Path file, Declaration declaration, ReadingOptions options, RowValues values)
            throws UnreadableFile {
        throw new UnreadableFile(0, "unreadable");
    }

    /** What was found out about the file. */
    Detection detection() {
        throw new IllegalStateException("not yet");
    }

    /** The next row; null at the end. */
    ImportRow next() throws UnreadableFile {
        throw new IllegalStateException("not yet");
    }

    @Override
    public void close() {}
}
