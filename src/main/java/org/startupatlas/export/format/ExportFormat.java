package org.startupatlas.export.format;

import java.util.List;

/** The bytes of records in an export: the beginning, the records with their separators, and the end. */
public interface ExportFormat {

    /** Returns the bytes before the records. */
    byte[] beginning();

    /**
     * Returns the bytes of a batch of records.
     *
     * @param records the records as JSON
     * @param areFirst whether they are the first records of the export
     */
    byte[] records(List<byte[]> records, boolean areFirst);

    /** Returns the bytes after the records. */
    byte[] end();
}
