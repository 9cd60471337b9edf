package org.startupatlas.imports.file;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a file is to be read, as far as its sender says; what is null is detected.
 *
 * @param charset of its text
 * @param delimiter what parts the cells of a CSV file
 * @param mapping the dotted field of each column, by the column's name in the file; an empty one leaves the column out
 */
public record ReadingOptions(Charset charset, Character delimiter, Map<String, String> mapping) {

    /** Everything is detected. */
    public static final ReadingOptions NONE = new ReadingOptions(null, null, Map.of());

    public ReadingOptions {
        mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
    }
}
