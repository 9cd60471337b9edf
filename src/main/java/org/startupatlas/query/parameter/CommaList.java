package org.startupatlas.query.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several values in one parameter: a comma separates them, {@code \,} is a comma and {@code \\} a backslash in one. */
public final class CommaList {

    private static final char SEPARATOR = ',';
    private static final char ESCAPE = '\\';

    private CommaList() {}

    /** The values of a parameter, of which none is empty; empty if something is wrong, which is then among the problems. */
    public static Optional<List<String>> read(String parameter, String text, List<Violation> problems) {
        Optional<List<String>> values = values(text);
        if (values.isEmpty()) {
            problems.add(Violation.of(parameter, "invalid-escape"));
        } else if (values.get().contains("")) {
            problems.add(Violation.of(parameter, "empty-value"));
        } else if (values.get().size() > QueryLimits.MAX_VALUES) {
            problems.add(Violation.of(parameter, "too-many", String.valueOf(QueryLimits.MAX_VALUES)));
        } else {
            return values;
        }
        return Optional.empty();
    }

    /** A value as it is written in such a parameter. */
    public static String write(String value) {
        return value.replace("\\", "\\\\").replace(",", "\\,");
    }

    /**
     * Joins the values of a parameter that was repeated. A text that ends within an escape stays alone, because the comma
     * would complete the escape.
     */
    static String join(String text, String more) {
        if (values(text).isEmpty()) {
            return text;
        }
        return values(more).isEmpty() ? more : text + SEPARATOR + more;
    }

    /** Empty if a backslash stands before anything but a comma or a backslash. */
    private static Optional<List<String>> values(String text) {
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

    private static boolean isEscaped(String text, int at) {
        return at < text.length() && (text.charAt(at) == SEPARATOR || text.charAt(at) == ESCAPE);
    }
}
