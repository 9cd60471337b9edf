package org.startupatlas.network.opportunity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.http.PagePaths;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.opportunity.eligibility.Window;
import org.startupatlas.record.PartialDate;
import org.startupatlas.schema.Language;

/**
 * The day on which the applications of an edition open or close, as calendars and feeds show it.
 *
 * @param id tells it apart from all others
 * @param summary what happens
 * @param description what else is known; empty if nothing is
 * @param page the path of the page of the program
 * @param website that of the program; null if it is not known
 */
record Dated(String id, PartialDate date, String summary, String description, String page, String website) {

    /** Returns when an opportunity ends and, if that is not known or it has not begun, when it begins. */
    static List<Dated> of(OpportunityPage.Item item, OpportunityTexts texts, Language language) {
        List<Dated> dates = new ArrayList<>();
        boolean isAhead = item.state().equals(Window.State.AHEAD.code());
        if (item.opens() != null && (isAhead || item.closes() == null)) {
            dates.add(of(item, "opens", PartialDate.of(item.opens()), texts, language));
        }
        if (item.closes() != null) {
            dates.add(of(item, "closes", PartialDate.of(item.closes()), texts, language));
        }
        return dates;
    }

    private static Dated of(
            OpportunityPage.Item item, String what, PartialDate date, OpportunityTexts texts, Language language) {
        List<String> lines = new ArrayList<>();
        if (!date.first().equals(date.last())) {
            lines.add(texts.get(language, "inexact", date.text()));
        }
        if (item.verdict() != null) {
            lines.add(texts.decision(item.verdict(), item.decidedBy(), language));
        }
        return new Dated(
                String.join("-", item.program().id(), URLEncoder.encode(item.edition(), StandardCharsets.UTF_8), what),
                date,
                texts.get(language, what, item.program().name() + " (" + item.edition() + ")"),
                String.join("\n", lines),
                PagePaths.ofRecord(
                        language == null ? Language.EN : language,
                        RecordKey.PROGRAMS,
                        item.program().slug()),
                item.website());
    }
}
