package org.startupatlas.query.parameter;

import java.util.Collection;
import java.util.List;

/**
 * One violation in a request's parameters.
 *
 * @param parameter the parameter's name as sent
 * @param code a stable code in kebab-case, which is also the key of the message
 * @param arguments the arguments of the message
 * @param didYouMean the suggested value or name, or null
 */
public record Violation(String parameter, String code, List<String> arguments, String didYouMean) {

    public Violation {
        arguments = List.copyOf(arguments);
    }

    /** Returns a violation without a suggestion. */
    public static Violation of(String parameter, String code, String... arguments) {
        return new Violation(parameter, code, List.of(arguments), null);
    }

    /** Returns a violation for a value that is not allowed, with the closest allowed value as the suggestion. */
    public static Violation unknown(String parameter, String code, String value, Collection<String> allowed) {
        return of(parameter, code, value, String.join(", ", allowed))
                .suggesting(DidYouMean.nearest(value, allowed).orElse(null));
    }

    public Violation suggesting(String word) {
        return new Violation(parameter, code, arguments, word);
    }
}
