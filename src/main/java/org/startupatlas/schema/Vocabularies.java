package org.startupatlas.schema;

import java.util.List;
import java.util.Optional;
import org.startupatlas.record.Translated;

/** The closed lists of codes, and what people call them; the countries are one of them. */
public interface Vocabularies {

    /** The codes of a vocabulary, in its order. */
    List<String> codes(String vocabulary);

    /** What people call a code; a code that no vocabulary has is called by itself. */
    Translated label(String vocabulary, String code);

    /** The code that people mean by a label in any language, or by a raw spelling, whatever its case and accents. */
    Optional<String> meaning(String vocabulary, String words);

    /** Changes whenever any code or label does. */
    String version();
}
