package org.startupatlas.explore.directory;

import java.util.List;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Card;
import org.startupatlas.explore.view.Choice;
import org.startupatlas.explore.view.MapView;

/**
 * A list of records with its facets.
 *
 * @param resource the resource
 * @param heading what the list shows
 * @param action the address that the search form is sent to, without a query
 * @param searchText the current search text; empty if there is none
 * @param kept the parameters that the search form sends along
 * @param tabs the three directories, the current one among them
 * @param chips the filters that are applied
 * @param clear the address without any filter; null if there is none
 * @param facets the facets
 * @param total the number of records that satisfy the filters
 * @param position which of them the page shows, such as "25–48"; empty for none
 * @param layouts cards, table and map
 * @param isTable whether the records are shown as a table
 * @param map the countries of the records, where they are shown as a map; else null
 * @param columns the columns of the table, the first one for the name
 * @param sorts the sort orders
 * @param cards the records
 * @param previous the previous page; null on the first one
 * @param next the next page; null on the last one
 * @param formats this list in other formats
 * @param suggestions for an empty list, what each filter excludes, with the list without it
 */
public record DirectoryView(
        String resource,
        String heading,
        String action,
        String searchText,
        List<KeptParameter> kept,
        List<Choice> tabs,
        List<Chip> chips,
        String clear,
        List<FacetView> facets,
        long total,
        String position,
        List<Choice> layouts,
        boolean isTable,
        MapView map,
        List<Column> columns,
        List<Choice> sorts,
        List<Card> cards,
        String previous,
        String next,
        List<Anchor> formats,
        List<Anchor> suggestions) {

    /** A parameter that the search form sends along as a hidden input. */
    public record KeptParameter(String name, String value) {}

    /** A filter that is applied, as a phrase, with the address of the list without it. */
    public record Chip(String text, String remove) {}

    /**
     * A column of the table.
     *
     * @param sort the address of the list sorted by the column; null if lists are not sorted by it
     * @param direction {@code ascending}, {@code descending} or {@code none}, as {@code aria-sort} names them
     */
    public record Column(String label, String sort, String direction) {}

    /**
     * A facet.
     *
     * @param values its values: the selected ones, then the most frequent
     * @param more further values, behind a disclosure
     * @param unknown the records without a value; null if there are none
     */
    public record FacetView(
            String field, String label, List<FacetValue> values, List<FacetValue> more, FacetValue unknown) {

        public FacetView {
            values = List.copyOf(values);
            more = List.copyOf(more);
        }
    }

    /**
     * A value of a facet.
     *
     * @param count the number of records as text
     * @param href the list with the value selected, or no longer selected
     */
    public record FacetValue(String label, String count, String href, boolean isSelected) {}

    public DirectoryView {
        kept = List.copyOf(kept);
        tabs = List.copyOf(tabs);
        chips = List.copyOf(chips);
        facets = List.copyOf(facets);
        layouts = List.copyOf(layouts);
        columns = List.copyOf(columns);
        sorts = List.copyOf(sorts);
        cards = List.copyOf(cards);
        formats = List.copyOf(formats);
        suggestions = List.copyOf(suggestions);
    }
}
