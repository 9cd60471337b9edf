package org.startupatlas.record;

/**
 * A text in the three languages of the registry, each null if there is no text in it.
 *
 * @param fr French
 * @param ar Arabic
 * @param en English
 */
public record Translated(String fr, String ar, String en) {

    public static final Translated NONE = new Translated(null, null, null);

    public static Translated orNone(Translated text) {
        return text == null ? NONE : text;
    }
}
