package org.startupatlas.explore.lookup;

import java.util.List;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Option;

/**
 * The page that looks up a list of names.
 *
 * @param action the address that the form is sent to
 * @param service the address of the reconciliation service
 * @param types what the names can be of
 * @param names the list as it was pasted
 * @param errors what has to be changed before the list can be looked up, each with the link to the input
 * @param hint how much a list may have
 * @param summary how many names were found; null before a list was sent
 * @param rows the names with their records
 * @param table the rows as cells that are separated by tabs
 */
public record LookupView(
        String action,
        String service,
        List<Option> types,
        String names,
        List<Anchor> errors,
        String hint,
        Summary summary,
        List<Row> rows,
        String table) {

    /**
     * What was found in all.
     *
     * @param counts how many names are certain, to be checked and not found, in a sentence
     * @param headings that the first line was read as headings; null if it was not
     */
    public record Summary(String counts, String headings) {}

    /**
     * A name and its record.
     *
     * @param state whether the record is certain, in words
     * @param best the likeliest record; null if there is none
     * @param others the other records that may be meant
     */
    public record Row(String name, String state, boolean isCertain, Found best, List<Found> others) {
        public Row {
            others = List.copyOf(others);
        }
    }

    /**
     * A record that may be meant.
     *
     * @param description its kind and its place
     * @param score the score, from 0 to 100
     */
    public record Found(Anchor record, String description, String score, String id, String slug) {}

    public LookupView {
        types = List.copyOf(types);
        errors = List.copyOf(errors);
        rows = List.copyOf(rows);
    }
}
