package org.startupatlas.http.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Function;
import org.startupatlas.schema.Language;

/** Texts that are written for a response, in the shape that the texts of records have. */
public final class TextJson {

    private TextJson() {}

    /**
     * Returns a string in one language; for null, an object of all languages.
     *
     * @param text writes the text in a language
     */
    public static JsonNode of(Language language, Function<Language, String> text) {
        if (language != null) {
            return TextNode.valueOf(text.apply(language));
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        Language.CODES.forEach(
                code -> all.put(code, text.apply(Language.ofCode(code).orElseThrow())));
        return all;
    }
}
