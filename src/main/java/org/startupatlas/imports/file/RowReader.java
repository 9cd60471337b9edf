package org.startupatlas.imports.file;

import java.io.IOException;
import java.util.List;

/** Reads the rows of a file one by one. */
interface RowReader {

    /** Returns the columns detected so far. */
    List<Detection.Column> columns();

    /** Returns the line of the header; null if there is none. */
    default Long headerLine() {
        return null;
    }

    /** Returns the first of the lines below the header that were no rows, as far as they were read. */
    default List<Detection.Skipped> skipped() {
        return List.of();
    }

    /** Returns the next row; null at the end. */
    ImportRow next() throws IOException;
}
