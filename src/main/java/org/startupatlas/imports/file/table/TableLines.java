package org.startupatlas.imports.file.table;

import java.io.IOException;

/** Reads the lines of a table one by one. */
public interface TableLines {

    /** Returns the next line; null at the end. Blank lines may be left out. */
    TableLine next() throws IOException;

    /** Returns the number of the next line. */
    long nextLine();
}
