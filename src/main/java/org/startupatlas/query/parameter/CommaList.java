package org.startupatlas.query.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses and writes the values of a parameter: a comma separates them, and inside a value {@code \,} is a comma and
 * {@code \\} a backslash.
 */
public final class CommaList {

    private static final char SEPARATOR = ',';
    private static final char ESCAPE = '\\';

    private CommaList() {}

    /**
     * Returns the values of a parameter, none of which is blank. Empty if the list is invalid, in which case a
     * violation is added.
     */
    public static Optional<List<String>> read(String parameter, String text, List<Violation> violations) {
        Optional<List<String>> values = split(text);
        if (values.isEmpty()) {
            violations.add(Violation.of(parameter, "invalid-escape"));
        } else if (values.get().contains("")) {
            violations.add(Violation.of(parameter, "empty-value"));
        } else if (values.get().size() > QueryLimits.MAX_VALUES) {
            violations.add(Violation.of(parameter, "too-many", String.valueOf(QueryLimits.MAX_VALUES)));
        } else {
            return values;
        }
        return Optional.empty();
    }

    /**
     * Joins the values of a repeated parameter. A text that ends within an escape stays alone, because the comma would
     * complete the escape.
     */
    static String join(String text, String more) {
        if (split(text).isEmpty()) {
            return text;
        }
        return split(more).isEmpty() ? more : text + SEPARATOR + more;
    }

    /** Returns a value with its commas and backslashes escaped. */
    public static String write(String value) {
        return value.replace("\\", "\\\\").replace(",", "\\,");
    }

    /** Returns empty if a backslash precedes anything but a comma or a backslash. */
    private static Optional<List<String>> split(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == SEPARATOR) {
                values.add(value.toString());
                value.setLength(0);
            } else if (c != ESCAPE) {
                value.append(c);
            } else if (isEscaped(text, i + 1)) {
                value.append(text.charAt(++i));
            } else {
                return Optional.empty();
            }
        }
        values.add(value.toString());
        return Optional.of(values);
    }

    private static boolean isEscaped(String text, int index) {
        return index < text.length() && (text.charAt(index) == SEPARATOR || text.charAt(index) == ESCAPE);
    }
}
