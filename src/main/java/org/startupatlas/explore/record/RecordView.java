package org.startupatlas.explore.record;

import java.util.List;
import org.startupatlas.explore.network.journey.CohortView;
import org.startupatlas.explore.network.journey.JourneyView;
import org.startupatlas.explore.network.match.MatchSection;
import org.startupatlas.explore.network.opportunity.OpportunitiesView.CriterionView;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Event;
import org.startupatlas.explore.view.Fact;
import org.startupatlas.explore.view.MapView;
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
 * @param criteria who can apply to a program; empty for other records and past versions
 * @param editions the runs of a program
 * @param outcomes how many of its startups have which status, each with the link to them
 * @param events its timeline; empty if the page has its journey
 * @param journey the journey of a startup; null for other records and past versions
 * @param cohort what the startups of a program reached; null for other records and past versions
 * @param related related records: programs, startups, partners, agreements
 * @param agreements the agreements that it is part of
 * @param places its countries, and those of its programs and partners
 * @param meetings whom it should meet; null for a past version, or if there is nobody
 * @param routes the address of the page of its routes to countries; null if it is no startup
 * @param opportunities the address of the page of what it can apply for; null if it is no startup
 * @param graph the address of the page of its direct links
 * @param unknown the fields that are not known, each with the link to the form that suggests a value
 * @param correct the address of the form for corrections
 * @param created the day of its first version, as a date input writes it
 * @param today the current day, as a date input writes it
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
        List<CriterionView> criteria,
        List<Edition> editions,
        List<Anchor> outcomes,
        List<Event> events,
        JourneyView journey,
        CohortView cohort,
        List<RecordList> related,
        List<Agreement> agreements,
        Places places,
        MatchSection meetings,
        String routes,
        String opportunities,
        String graph,
        List<Anchor> unknown,
        String correct,
        String created,
        String today,
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

    /**
     * An agreement.
     *
     * @param signed when it was signed; null if that is not known
     * @param status the label of its status; null if that is not known
     * @param source who says so; null if there is no source
     */
    public record Agreement(String name, List<Anchor> parties, String signed, String status, Anchor source) {

        public Agreement {
            parties = List.copyOf(parties);
        }
    }

    /**
     * The countries of a record.
     *
     * @param map the countries of the record itself; null if there are fewer than two
     * @param own its own markets and presences
     * @param through its programs and partners with the countries of each
     */
    public record Places(MapView map, List<Anchor> own, List<Way> through) {

        public Places {
            own = List.copyOf(own);
            through = List.copyOf(through);
        }

        public boolean isEmpty() {
            return map == null && own.isEmpty() && through.isEmpty();
        }
    }

    /** A program or partner with its countries. */
    public record Way(Anchor who, List<Anchor> countries) {

        public Way {
            countries = List.copyOf(countries);
        }
    }

    /**
     * The past of a record.
     *
     * @param day the day that the page shows; null for the current record
     * @param current the address of the current record; null if the page shows it
     * @param action the address that the form with the day is sent to
     * @param since of {@code changes}, those after the version that the page shows
     * @param changes the versions, the latest first, each with what changed in its detail
     */
    public record HistoryView(String day, String current, String action, List<Event> since, List<Event> changes) {

        public HistoryView {
            since = List.copyOf(since);
            changes = List.copyOf(changes);
        }
    }

    public RecordView {
        otherNames = List.copyOf(otherNames);
        tags = List.copyOf(tags);
        pillars = List.copyOf(pillars);
        groups = List.copyOf(groups);
        outcomes = List.copyOf(outcomes);
        criteria = List.copyOf(criteria);
        editions = List.copyOf(editions);
        events = List.copyOf(events);
        related = List.copyOf(related);
        agreements = List.copyOf(agreements);
        unknown = List.copyOf(unknown);
        sources = List.copyOf(sources);
        formats = List.copyOf(formats);
    }
}
