package org.startupatlas.export.format;

import java.util.List;

/** How records stand in an export: what is before them, between them and behind them. */
public interface ExportFormat {

    /** What the export begins with. */
    byte[] beginning();

    /**
     * Some records, each as its JSON.
     *
     * @param areFirst whether no others are before them
     */
    byte[] records(List<byte[]> records, boolean areFirst);

    /** What the export ends with. */
    byte[] end();
}
