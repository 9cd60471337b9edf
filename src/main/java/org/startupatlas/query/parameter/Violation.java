package org.startupatlas.query.parameter;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that is wrong with a request, a record or a row of a file.
 *
 * @param place where it is wrong
 * @param code a stable code in kebab-case, which is also the key of the message
 * @param arguments the arguments of the message
 * @param didYouMean the suggested value or name, or null
 */
public record Violation(Place place, String code, List<String> arguments, String didYouMean) {

    /**
     * Where a violation is; each component is null where it does not apply; all are null for the request, the record,
     * the row or the file as a whole.
     *
     * @param parameter the parameter's name as sent
     * @param pointer the place in the body, as a JSON pointer (RFC 6901)
     * @param column the column of the file, or the dotted name of the field that it fills
     * @param value the text of the cell, of at most {@link #MAX_VALUE_LENGTH} characters
     * @param line the line of the file, from 1; 0 for none
     */
    public record Place(String parameter, String pointer, String column, String value, long line) {

        /** Enough to find the cell; a report of many violations stays readable. */
        public static final int MAX_VALUE_LENGTH = 200;

        static final Place WHOLE = new Place(null, null, null, null, 0);

        public Place {
            value = value == null ? null : truncate(value);
        }

        /** Returns the pointer and the parameter, as messages show them; empty for the whole. */
        public String text() {
            return Stream.of(pointer, parameter).filter(Objects::nonNull).collect(Collectors.joining(" "));
        }

        /** A text must not end with half of a surrogate pair. */
        private static String truncate(String text) {
            if (text.length() <= MAX_VALUE_LENGTH) {
                return text;
            }
            boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_VALUE_LENGTH - 1));
            return text.substring(0, splitsPair ? MAX_VALUE_LENGTH - 1 : MAX_VALUE_LENGTH);
        }
    }

    public Violation {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(code, "code");
        arguments = List.copyOf(arguments);
    }

    /** Returns a violation of a parameter. */
    public static Violation of(String parameter, String code, String... arguments) {
        return new Violation(new Place(parameter, null, null, null, 0), code, List.of(arguments), null);
    }

    /** Returns a violation at a place of the body. */
    public static Violation at(String pointer, String code, String... arguments) {
        Objects.requireNonNull(pointer, "pointer");
        return new Violation(new Place(null, pointer, null, null, 0), code, List.of(arguments), null);
    }

    /** Returns a violation of a cell, or of a column where the value is null. */
    public static Violation ofCell(String column, String code, String value, String... arguments) {
        return new Violation(new Place(null, null, column, value, 0), code, List.of(arguments), null);
    }

    /** Returns a violation at a line of a file, or of the file as a whole for line 0. */
    public static Violation ofLine(long line, String code, String... arguments) {
        return new Violation(new Place(null, null, null, null, line), code, List.of(arguments), null);
    }

    /** Returns a violation of the request, the record, the row or the file as a whole. */
    public static Violation ofWhole(String code, String... arguments) {
        return new Violation(Place.WHOLE, code, List.of(arguments), null);
    }

    /** Returns a violation of a parameter whose value is not allowed, with the closest allowed value as the suggestion. */
    public static Violation unknown(String parameter, String code, String value, Collection<String> allowed) {
        return of(parameter, code, value, String.join(", ", allowed))
                .suggesting(DidYouMean.nearest(value, allowed).orElse(null));
    }

    /** Returns the same violation with a suggestion, or with none for null. */
    public Violation suggesting(String word) {
        return new Violation(place, code, arguments, word);
    }

    /** Returns the same violation of a parameter, which is a part of the value at a place of the body. */
    public Violation within(String pointer) {
        return new Violation(new Place(place.parameter, pointer, null, null, 0), code, arguments, didYouMean);
    }

    /** Returns the parameter's name as sent, or null. */
    public String parameter() {
        return place.parameter;
    }

    /** Returns the JSON pointer, or null. */
    public String pointer() {
        return place.pointer;
    }
}
