package org.startupatlas.explore.network.opportunity;

import java.util.List;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Phrase;

/**
 * The page of what one can apply for.
 *
 * @param form the form that asks whether a startup can apply
 * @param day the day that the page shows; null if it is the current one
 * @param startup the startup of the registry that applies, with the link to its page; null if none does
 * @param summary how many opportunities have which verdict; null without an applicant
 * @param groups the opportunities by state
 * @param known how many programs have what the page needs, each with the link to them
 * @param formats the opportunities in other formats
 * @param feed the address of the feed
 */
public record OpportunitiesView(
        FormView form,
        String day,
        Anchor startup,
        String summary,
        List<Group> groups,
        List<Anchor> known,
        List<Anchor> formats,
        String feed) {

    /** The opportunities that are in one state, with what the state means. */
    public record Group(String code, String heading, String help, List<Item> items) {

        public Group {
            items = List.copyOf(items);
        }
    }

    /**
     * An edition of a program.
     *
     * @param type what kind of offer it is; null if that is not known
     * @param opens when applications open; null if that is not known
     * @param closes when they close, with the last moment in Morocco; null if that is not known
     * @param closesAt that moment as machines read it; null if it is not known
     * @param website the website of the program; null if it is not known
     * @param eligibility who can apply, in words; null if that is not known
     * @param verdict the code of the verdict; null without an applicant
     * @param decision the verdict and what decides it, as a sentence; null without an applicant
     */
    public record Item(
            Anchor program,
            String edition,
            String type,
            String opens,
            String closes,
            String closesAt,
            String website,
            Phrase eligibility,
            String verdict,
            String decision,
            List<CriterionView> criteria) {

        public Item {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * A criterion with its answer.
     *
     * @param sentence what is required
     * @param code the code of the answer; null without an applicant
     * @param answer the answer in words; null without an applicant
     * @param actual the value of the startup in words, with the link to its sources; null without an applicant, or nothing is
     *     compared
     * @param notes the words of the sources
     * @param sources the pages that say so
     */
    public record CriterionView(
            String sentence, String code, String answer, Anchor actual, List<String> notes, List<Anchor> sources) {

        public CriterionView {
            notes = List.copyOf(notes);
            sources = List.copyOf(sources);
        }
    }

    public OpportunitiesView {
        groups = List.copyOf(groups);
        known = List.copyOf(known);
        formats = List.copyOf(formats);
    }
}
