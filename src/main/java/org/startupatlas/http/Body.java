package org.startupatlas.http;

import java.util.List;
import org.startupatlas.query.Language;

/**
 * A body that is written.
 *
 * @param bytes not compressed
 * @param languages the languages that collapsed texts are in; none when nothing was collapsed
 */
record Body(byte[] bytes, List<Language> languages) {

    Body {
        languages = List.copyOf(languages);
    }
}
