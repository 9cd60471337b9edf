package org.startupatlas.explore.view;

import java.util.List;

/**
 * A record in a list.
 *
 * @param name its name, with the link to its page
 * @param summary its summary; null if it has none
 * @param tags its sectors or types
 * @param facts the values of the table's columns after the name, in their order
 */
public record Card(Anchor name, Phrase summary, List<Tag> tags, List<Value> facts) {

    /**
     * The value of a field.
     *
     * @param text the value; empty if it is not known
     * @param isTag whether the tags show it
     */
    public record Value(String label, String text, boolean isTag) {}

    public Card {
        tags = List.copyOf(tags);
        facts = List.copyOf(facts);
    }
}
