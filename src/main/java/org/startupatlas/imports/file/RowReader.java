package org.startupatlas.imports.file;

import java.io.IOException;
import java.util.List;

/** The rows of a text, one after the other. */
interface RowReader {

    /** The columns that are known so far. */
    List<Detection.Column> columns();

    /** The next row; null at the end. */
    ImportRow next() throws IOException, UnreadableFileException;
}
