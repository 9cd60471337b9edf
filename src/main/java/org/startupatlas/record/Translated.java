package org.startupatlas.record;

/**
 * A text in the three languages of the registry; a language nobody has written is null.
 *
 * @param fr French
 * @param ar Arabic
 * @param en English
 */
public record Translated(String fr, String ar, String en) {

    /** A text that is written in no language yet. */
    public static final Translated NONE = new Translated(null, null, null);

    /** {@code text}, or {@link #NONE} for null. */
    public static Translated orNone(Translated text) {
        return text == null ? NONE : text;
    }
}
