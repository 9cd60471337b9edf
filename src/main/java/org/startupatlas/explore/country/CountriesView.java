package org.startupatlas.explore.country;

import java.util.List;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.MapView;

/**
 * The countries of the network, as a map and as a list of the same data.
 *
 * @param intro what is claimed beside what is known, each a sentence with the link to its records or source
 * @param network the address of the page of what startups reach
 * @param map the points of the map
 * @param rows the countries, those with the most records first
 */
public record CountriesView(List<Anchor> intro, String network, MapView map, List<Row> rows) {

    /** A country in the list, with the number of its startups, partners and programs, each with the link to them. */
    public record Row(String code, Anchor country, Anchor startups, Anchor partners, Anchor programs) {}

    public CountriesView {
        intro = List.copyOf(intro);
        rows = List.copyOf(rows);
    }
}
