package org.startupatlas.schema;

import java.util.List;
import java.util.Optional;
import org.startupatlas.record.Translated;

/** The vocabularies: closed lists of codes with their labels. The countries are one of them. */
public interface Vocabularies {

    /** Returns the codes of a vocabulary, in its order. */
    List<String> codes(String vocabulary);

    /** Returns the code that another is a kind of; empty if it is a kind of none, or unknown. */
    Optional<String> parent(String vocabulary, String code);

    /** Returns the label of a code; for an unknown code, the code itself. */
    Translated label(String vocabulary, String code);

    /**
     * Returns the code for a label in any language, a raw spelling or another name, ignoring case, accents, hyphens,
     * conjunctions, gender and number; empty if the words mean none, or several.
     */
    Optional<String> codeOf(String vocabulary, String words);

    /** Returns the code that is a text, or has it for a label or spelling, ignoring only case and accents. */
    Optional<String> codeOfLabel(String vocabulary, String text);

    /** Returns the codes whose names or spellings are the nearest to words that mean none: at most three. */
    List<String> nearest(String vocabulary, String words);

    /** Returns a version that changes whenever a code or a label does. */
    String version();
}
