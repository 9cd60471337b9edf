package org.startupatlas.network.match;

import java.util.List;
import org.startupatlas.query.parameter.ParameterSet;

/** The members of a match, by which {@code fields} selects. */
public final class MatchFields {

    /** The names, in the order in which they are written. */
    public static final List<String> NAMES = ParameterSet.names(MatchPage.Item.class);

    /** Is in every answer. */
    static final String ID = "id";

    private MatchFields() {}

    /** Returns the names that an answer has. */
    static List<String> shown(List<String> requested) {
        return requested.isEmpty()
                ? NAMES
                : NAMES.stream()
                        .filter(name -> name.equals(ID) || requested.contains(name))
                        .toList();
    }
}
