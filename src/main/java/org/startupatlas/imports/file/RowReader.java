package org.startupatlas.imports.file;

import java.io.IOException;
import java.util.List;

/** Reads the rows of a text one by one. */
interface RowReader {

    /** Returns the columns detected so far. */
    List<Detection.Column> columns();

    /** Returns the next row; null at the end. */
    ImportRow next() throws IOException;
}
