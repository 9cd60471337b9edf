package org.startupatlas.query.parameter;

import java.util.Collection;
import java.util.List;

/**
 * One thing wrong with a request's parameters.
 *
 * @param parameter its name, as it was sent
 * @param code stable, kebab-case; also the key of the sentence that explains it
 * @param arguments what the sentence names
 * @param didYouMean the nearest right word, or null
 */
public record Violation(String parameter, String code, List<String> arguments, String didYouMean) {

    public Violation {
        arguments = List.copyOf(arguments);
    }

    /** A violation that no single word would mend. */
    public static Violation of(String parameter, String code, String... arguments) {
        return new Violation(parameter, code, List.of(arguments), null);
    }

    /** A word that is none of those that are possible there, with the nearest of them. */
    public static Violation unknown(String parameter, String code, String value, Collection<String> allowed) {
        return of(parameter, code, value, String.join(", ", allowed))
                .suggesting(DidYouMean.nearest(value, allowed).orElse(null));
    }

    public Violation suggesting(String word) {
        return new Violation(parameter, code, arguments, word);
    }
}
