package org.startupatlas.imports.file;

import java.util.List;

/**
 * One thing that is wrong with a row.
 *
 * @param field the dotted name of the column or field, or null for the row as a whole
 * @param code stable, kebab-case; also the key of the sentence that explains it
 * @param value the text in the file, cut to {@link #MAX_VALUE_LENGTH} characters, or null
 * @param arguments what the sentence names
 * @param didYouMean the nearest right word, or null
 */
public record RowFault(String field, String code, String value, List<String> arguments, String didYouMean) {

    /** Enough to find the value in the file; a report of many faults stays readable. */
    static final int MAX_VALUE_LENGTH = 200;

    public RowFault {
        arguments = List.copyOf(arguments);
        value = value == null ? null : cut(value);
    }

    /** A fault of the row as a whole. */
    public static RowFault ofRow(String code, String... arguments) {
        return new RowFault(null, code, null, List.of(arguments), null);
    }

    /** A fault of one value. */
    public static RowFault of(String field, String code, String value, String... arguments) {
        return new RowFault(field, code, value, List.of(arguments), null);
    }

    /** Half of a surrogate pair is no text. */
    private static String cut(String text) {
        if (text.length() <= MAX_VALUE_LENGTH) {
            return text;
        }
        boolean parted = Character.isHighSurrogate(text.charAt(MAX_VALUE_LENGTH - 1));
        return text.substring(0, parted ? MAX_VALUE_LENGTH - 1 : MAX_VALUE_LENGTH);
    }
}
