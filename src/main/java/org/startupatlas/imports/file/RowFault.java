package org.startupatlas.imports.file;

import java.util.List;

/**
 * A problem of a row.
 *
 * @param field the name of the column or the dotted field; null for the row as a whole
 * @param code stable, kebab-case; also the key of the message
 * @param value the text in the file, cut to {@link #MAX_VALUE_LENGTH} characters, or null
 * @param arguments the arguments of the message
 * @param didYouMean the most similar valid value, or null
 */
public record RowFault(String field, String code, String value, List<String> arguments, String didYouMean) {

    /** Enough to find the value in the file, and short enough to keep long reports readable. */
    static final int MAX_VALUE_LENGTH = 200;

    public RowFault {
        arguments = List.copyOf(arguments);
        value = value == null ? null : truncate(value);
    }

    /** Creates a problem of the row as a whole. */
    public static RowFault ofRow(String code, String... arguments) {
        return new RowFault(null, code, null, List.of(arguments), null);
    }

    /** Creates a problem of one value. */
    public static RowFault of(String field, String code, String value, String... arguments) {
        return new RowFault(field, code, value, List.of(arguments), null);
    }

    /** Cuts a text, but not within a surrogate pair. */
    private static String truncate(String text) {
        if (text.length() <= MAX_VALUE_LENGTH) {
            return text;
        }
        boolean isSurrogateCut = Character.isHighSurrogate(text.charAt(MAX_VALUE_LENGTH - 1));
        return text.substring(0, isSurrogateCut ? MAX_VALUE_LENGTH - 1 : MAX_VALUE_LENGTH);
    }
}
