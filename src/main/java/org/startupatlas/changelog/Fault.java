package org.startupatlas.changelog;

import java.util.List;
import java.util.Objects;
import org.startupatlas.query.parameter.Violation;

/**
 * One thing that is wrong with a record somebody wants written.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the record
 * @param code stable, kebab-case; also the key of the sentence that explains it
 * @param arguments what the sentence names
 * @param didYouMean the nearest right word, or null
 * @param parameter the one that is wrong, where the value there is made of parameters; else null
 */
public record Fault(String pointer, String code, List<String> arguments, String didYouMean, String parameter) {

    public Fault {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(code, "code");
        arguments = List.copyOf(arguments);
    }

    /** A fault that no single word would mend. */
    public static Fault of(String pointer, String code, String... arguments) {
        return new Fault(pointer, code, List.of(arguments), null, null);
    }

    /** A fault of a value that is made of parameters. */
    public static Fault at(String pointer, Violation violation) {
        return new Fault(
                pointer, violation.code(), violation.arguments(), violation.didYouMean(), violation.parameter());
    }

    /** The same fault, with the word that was meant. */
    public Fault meaning(String word) {
        return new Fault(pointer, code, arguments, word, parameter);
    }
}
