package org.startupatlas.changelog;

import java.util.List;
import java.util.Objects;
import org.startupatlas.query.parameter.Violation;

/**
 * A validation error of a record that is to be written.
 *
 * @param pointer the location in the record, as a JSON pointer (RFC 6901)
 * @param code a stable kebab-case code; also the key of the message
 * @param arguments the arguments of the message
 * @param didYouMean the nearest valid word, or null
 * @param parameter the invalid parameter, if the value at the pointer consists of parameters; otherwise null
 */
public record Fault(String pointer, String code, List<String> arguments, String didYouMean, String parameter) {

    public Fault {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(code, "code");
        arguments = List.copyOf(arguments);
    }

    /** Returns a fault without a suggestion. */
    public static Fault of(String pointer, String code, String... arguments) {
        return new Fault(pointer, code, List.of(arguments), null, null);
    }

    /** Returns a fault of a value that consists of parameters. */
    public static Fault at(String pointer, Violation violation) {
        return new Fault(
                pointer, violation.code(), violation.arguments(), violation.didYouMean(), violation.parameter());
    }

    /** Returns the same fault with a suggested word. */
    public Fault meaning(String word) {
        return new Fault(pointer, code, arguments, word, parameter);
    }
}
