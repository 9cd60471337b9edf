package org.startupatlas.imports.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Parts a cell that lists words. Semicolons and line ends part them where there are any, else vertical bars, else commas,
 * where they do not part the cells of the file already. A semicolon that belongs to a word stands behind a backslash, as
 * the API writes it.
 */
final class ListSplitter {

    private ListSplitter() {}

    /**
     * The words of a cell.
     *
     * @param delimiter what parts the cells of the file; NUL where it has none
     * @param whole whether a text is one word although it has a comma in it
     */
    static List<String> words(String cell, char delimiter, Predicate<String> whole) {
        if (whole.test(cell)) {
            return List.of(cell);
        }
        List<String> parts = split(cell, ";؛\n\r");
        if (parts.size() == 1 && delimiter != '|') {
            parts = split(cell, "|");
        }
        if (parts.size() == 1 && delimiter != ',') {
            parts = split(cell, ",،");
            return joined(parts, whole);
        }
        return parts.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    /** The words as the API has written them, each as it was. */
    static List<String> exact(String cell) {
        return split(cell, ";");
    }

    private static List<String> split(String cell, String separators) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            if (character == '\\' && i + 1 < cell.length() && cell.charAt(i + 1) == ';' && separators.startsWith(";")) {
                word.append(';');
                i++;
            } else if (separators.indexOf(character) >= 0) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(character);
            }
        }
        words.add(word.toString());
        return words;
    }

    /** Puts together again what commas have parted within one word: "Réseaux, télécoms et sécurité". */
    private static List<String> joined(List<String> parts, Predicate<String> whole) {
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from < parts.size()) {
            // Four parts are more than the label of any code has.
            int to = Math.min(parts.size(), from + 4);
            while (to > from + 1 && !whole.test(String.join(",", parts.subList(from, to)))) {
                to--;
            }
            words.add(String.join(",", parts.subList(from, to)).strip());
            from = to;
        }
        words.removeIf(String::isEmpty);
        return words;
    }
}
