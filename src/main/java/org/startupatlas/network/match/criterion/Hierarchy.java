package org.startupatlas.network.match.criterion;

import java.util.List;
import java.util.Optional;

/** The codes of the vocabularies, and what each is a kind of. */
public interface Hierarchy {

    /** Returns the codes of a vocabulary, in its order. */
    List<String> codes(String vocabulary);

    /** Returns the code that another is a kind of; empty if it is a kind of none. */
    Optional<String> parent(String vocabulary, String code);
}
