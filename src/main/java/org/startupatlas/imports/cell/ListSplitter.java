package org.startupatlas.imports.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Splits a cell into the values of a list, at semicolons and line ends if there are any, else at vertical bars, else at
 * commas, else at slashes and conjunctions if all parts are known. Vertical bars and commas are not used if they are the
 * cell delimiter of the file. A semicolon within a value
 * is escaped with a backslash, as exports write it.
 */
final class ListSplitter {

    private static final Pattern CONJUNCTIONS =
            Pattern.compile("[/&+]|\\s(?:et|and|و)\\s", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private ListSplitter() {}

    /**
     * Splits a cell.
     *
     * @param delimiter the cell delimiter of the file; NUL if it has none
     * @param isSingleValue whether a text is one value although it contains a comma
     */
    static List<String> values(String cell, char delimiter, Predicate<String> isSingleValue) {
        if (isSingleValue.test(cell)) {
            return List.of(cell);
        }
        List<String> parts = split(cell, ";؛\n\r");
        if (parts.size() == 1 && delimiter != '|') {
            parts = split(cell, "|");
        }
        if (parts.size() == 1 && delimiter != ',') {
            parts = rejoin(split(cell, ",،"), isSingleValue);
        }
        if (parts.size() == 1) {
            parts = atConjunctions(parts, isSingleValue);
        }
        return parts.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Splits a text at slashes and conjunctions, which labels have as well, if all of its parts are values. */
    private static List<String> atConjunctions(List<String> text, Predicate<String> isSingleValue) {
        List<String> parts = CONJUNCTIONS
                .splitAsStream(text.get(0))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.stream().allMatch(isSingleValue) ? parts : text;
    }

    /** Splits a cell at semicolons only, as exports write it, and keeps each value as it is. */
    static List<String> exact(String cell) {
        return split(cell, ";");
    }

    private static List<String> split(String cell, String separators) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            if (character == '\\' && i + 1 < cell.length() && cell.charAt(i + 1) == ';' && separators.startsWith(";")) {
                value.append(';');
                i++;
            } else if (separators.indexOf(character) >= 0) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(character);
            }
        }
        values.add(value.toString());
        return values;
    }

    /** Joins the parts of values that contain commas: "Réseaux, télécoms et sécurité". */
    private static List<String> rejoin(List<String> parts, Predicate<String> isSingleValue) {
        List<String> values = new ArrayList<>();
        int from = 0;
        while (from < parts.size()) {
            // No label of a code has as many as four parts.
            int to = Math.min(parts.size(), from + 4);
            while (to > from + 1 && !isSingleValue.test(String.join(",", parts.subList(from, to)))) {
                to--;
            }
            values.add(String.join(",", parts.subList(from, to)).strip());
            from = to;
        }
        values.removeIf(String::isEmpty);
        return values;
    }
}
