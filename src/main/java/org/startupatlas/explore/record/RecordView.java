package org.startupatlas.explore.record;

import java.util.List;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Event;
import org.startupatlas.explore.view.Fact;
import org.startupatlas.explore.view.Phrase;
import org.startupatlas.explore.view.RecordList;
import org.startupatlas.explore.view.Source;
import org.startupatlas.explore.view.Tag;

/**
 * The page of a startup, a program or a partner.
 *
 * @param kind what the record is, such as "Startup"
 * @param name its name
 * @param otherNames its other names
 * @param summary its summary; null if it has none
 * @param tags its status, sectors or types
 * @param notes further remarks; null if there are none
 * @param pillars the four pillars of support, for a program; else empty
 * @param groups its facts in groups, each with a heading, such as the four pillars of a program
 * @param editions the runs of a program
 * @param outcomes how many of its startups have which status, each with the link to them
 * @param events its timeline
 * @param related related records: programs, startups, partners, agreements
 * @param places the countries that it reaches, each with the link to the country and through whom
 * @param unknown the labels of the fields that are not known
 * @param correct the address of the form for corrections
 * @param history the past of the record
 * @param sources the sources of the record as a whole
 * @param formats this record in other formats
 * @param citation how to cite the record
 * @param embed the HTML that embeds the record into another site
 * @param jsonLd the record as JSON-LD
 */
public record RecordView(
        String kind,
        String name,
        List<Phrase> otherNames,
        Phrase summary,
        List<Tag> tags,
        Phrase notes,
        List<Pillar> pillars,
        List<FactGroup> groups,
        List<Edition> editions,
        List<Anchor> outcomes,
        List<Event> events,
        List<RecordList> related,
        List<Place> places,
        List<String> unknown,
        String correct,
        HistoryView history,
        List<Source> sources,
        List<Anchor> formats,
        String citation,
        String embed,
        String jsonLd) {

    /** Facts that belong together; the heading is null for those of the record itself. */
    public record FactGroup(String heading, List<Fact> facts) {}

    /** One of the pillars of support, and whether a source says that the program offers it. */
    public record Pillar(String label, boolean isOffered) {}

    /**
     * A run of a program.
     *
     * @param period when it runs; null if that is not known
     * @param window when applications are open, and whether they are now; null if that is not known
     * @param startups how many startups are known of how many are claimed, with the link to them
     */
    public record Edition(String code, String period, String window, Anchor startups) {}

    /** A country that the record reaches, and how: its own market, or the program or partner that leads there. */
    public record Place(Anchor country, List<Anchor> through) {}

    /**
     * The past of a record.
     *
     * @param day the day that the page shows; null for the current record
     * @param current the address of the current record; null if the page shows it
     * @param action the address that the form with the day is sent to
     * @param changes the versions, the latest first, each with what changed in its detail
     */
    public record HistoryView(String day, String current, String action, List<Event> changes) {}

    public RecordView {
        otherNames = List.copyOf(otherNames);
        tags = List.copyOf(tags);
        pillars = List.copyOf(pillars);
        groups = List.copyOf(groups);
        outcomes = List.copyOf(outcomes);
        editions = List.copyOf(editions);
        events = List.copyOf(events);
        related = List.copyOf(related);
        places = List.copyOf(places);
        unknown = List.copyOf(unknown);
        sources = List.copyOf(sources);
        formats = List.copyOf(formats);
    }
}
