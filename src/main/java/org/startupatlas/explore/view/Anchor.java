package org.startupatlas.explore.view;

/**
 * A link.
 *
 * @param lang the language of the text, where it differs from that of the page; else null
 */
public record Anchor(String text, String href, String lang) {

    public Anchor(String text, String href) {
        this(text, href, null);
    }
}
