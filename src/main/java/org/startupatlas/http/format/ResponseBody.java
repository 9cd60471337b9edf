package org.startupatlas.http.format;

import java.util.List;
import org.startupatlas.schema.Language;

/**
 * A body that is written.
 *
 * @param bytes not compressed
 * @param languages the languages that collapsed texts are in; none when nothing was collapsed
 */
public record ResponseBody(byte[] bytes, List<Language> languages) {

    public ResponseBody {
        languages = List.copyOf(languages);
    }
}
