package org.startupatlas.explore.view;

import java.util.List;

/**
 * Related records, as many as the page shows.
 *
 * @param title what they are
 * @param cards the records
 * @param all the link to all of them, with their number in its text; null if all are shown
 */
public record RecordList(String title, List<Card> cards, Anchor all) {

    public RecordList {
        cards = List.copyOf(cards);
    }
}
