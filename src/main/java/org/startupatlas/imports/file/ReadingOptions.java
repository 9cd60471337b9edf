package org.startupatlas.imports.file;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The options of a request for reading its file; null values are detected.
 *
 * @param charset the charset of the text
 * @param delimiter the cell delimiter of a CSV file
 * @param sheet the name or the number of the sheet of a workbook
 * @param strict whether a cell that is not understood refuses its row, instead of being left out
 * @param mapping dotted fields by the name of the column; an empty field ignores the column
 */
public record ReadingOptions(
        Charset charset, Character delimiter, String sheet, boolean strict, Map<String, String> mapping) {

    /** All properties are detected. */
    public static final ReadingOptions NONE = new ReadingOptions(null, null, null, false, Map.of());

    public ReadingOptions {
        mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
    }
}
