package org.startupatlas.explore.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.record.RecordView.Edition;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.network.opportunity.eligibility.Window;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.record.PartialDate;

/** Shows the runs of a program: when they are, whether one can apply, and how many of their startups are known. */
final class Editions {

    private final PageReader reader;
    private final PageRequest request;
    private final Texts texts;
    private final ObjectNode program;

    Editions(PageReader reader, PageRequest request, ObjectNode program) {
        this.reader = reader;
        this.request = request;
        this.texts = request.texts();
        this.program = program;
    }

    List<Edition> views(LocalDate today) {
        List<Edition> editions = new ArrayList<>();
        program.path("editions").forEach(edition -> editions.add(view(edition, today)));
        return editions;
    }

    private Edition view(JsonNode edition, LocalDate today) {
        return new Edition(
                edition.get("code").textValue(),
                interval(edition.path("start"), edition.path("end")),
                window(edition, today),
                startups(edition));
    }

    /** Returns both dates, or the one that is known; null if neither is. */
    private String interval(JsonNode from, JsonNode to) {
        if (!from.isTextual()) {
            return to.isTextual() ? texts.get("edition.until", texts.date(to.textValue())) : null;
        }
        String begin = texts.date(from.textValue());
        return to.equals(from)
                ? begin
                : to.isTextual() ? begin + " – " + texts.date(to.textValue()) : texts.get("edition.from", begin);
    }

    /** Returns when one can apply and whether that is now, which may be uncertain; null if no date is known. */
    private String window(JsonNode edition, LocalDate today) {
        String dates = interval(edition.path("applications_open"), edition.path("applications_close"));
        PartialDate closes = date(edition, "applications_close");
        if (dates == null || closes == null) {
            return dates;
        }
        if (closes.last().isBefore(today)) {
            return texts.get("edition.closed", dates);
        }
        return new Window(date(edition, "applications_open"), closes, date(edition, "end"))
                .state(today, Integer.MAX_VALUE)
                .map(state -> texts.get("edition." + state.code(), dates))
                .orElse(dates);
    }

    private static PartialDate date(JsonNode edition, String name) {
        return PartialDate.ofNullable(edition.path(name).textValue());
    }

    private Anchor startups(JsonNode edition) {
        String slug = program.get("slug").textValue();
        String code = edition.get("code").textValue();
        Parameter ofProgram = new Parameter("participations.program", slug);
        Parameter ofEdition = new Parameter("participations.edition", code);
        long known = reader.count("startups", ofProgram, ofEdition);
        String text = edition.path("capacity").isNumber()
                ? texts.get("edition.known_of", known, edition.get("capacity").intValue())
                : texts.get("edition.known", known);
        return new Anchor(
                text,
                known == 0 ? null : new PageUrl(request.path("startups"), List.of(ofProgram, ofEdition)).toString());
    }
}
