package org.startupatlas.http.format;

import java.util.List;
import org.startupatlas.schema.Language;

/**
 * A response body.
 *
 * @param bytes not compressed
 * @param languages the languages of collapsed texts; empty if none was collapsed
 */
public record ResponseBody(byte[] bytes, List<Language> languages) {

    public ResponseBody {
        languages = List.copyOf(languages);
    }
}
