package org.startupatlas.explore.network.opportunity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.startupatlas.explore.network.NodeLinks;
import org.startupatlas.explore.network.opportunity.OpportunitiesView.Group;
import org.startupatlas.explore.network.opportunity.OpportunitiesView.Item;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.ValueTexts;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.http.format.Projection;
import org.startupatlas.network.model.Program;
import org.startupatlas.network.opportunity.OpportunityTexts;
import org.startupatlas.network.opportunity.eligibility.Opportunity;
import org.startupatlas.network.opportunity.eligibility.Verdict;
import org.startupatlas.network.opportunity.eligibility.Window;
import org.startupatlas.record.PartialDate;
import org.startupatlas.schema.ResourceSchema;

/** Makes the views of opportunities. */
final class OpportunityViews {

    private final PageRequest request;
    private final Texts texts;
    private final Projection projection;
    private final ResourceSchema programs;
    private final OpportunityTexts decisions;
    private final CriterionTexts criteria;

    /** Creates the views in the language of a page; {@code programs} is the schema of programs. */
    OpportunityViews(
            PageRequest request,
            Projection projection,
            ResourceSchema programs,
            OpportunityTexts decisions,
            CriterionTexts criteria) {
        this.request = request;
        this.texts = request.texts();
        this.projection = projection;
        this.programs = programs;
        this.decisions = decisions;
        this.criteria = criteria;
    }

    /** An opportunity with the stored record of its program. */
    record Shown(Opportunity opportunity, ObjectNode document) {}

    List<Group> groups(List<Shown> all) {
        return Stream.of(Window.State.values())
                .map(state -> new Group(
                        state.code(),
                        texts.get("opportunities.state." + state.code()),
                        texts.get("opportunities.state." + state.code() + ".help"),
                        all.stream()
                                .filter(shown -> shown.opportunity().state() == state)
                                .map(this::item)
                                .toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    /** Returns how many opportunities have which verdict. */
    String summary(List<Shown> all) {
        return texts.get(
                "opportunities.summary",
                count(all, Verdict.ELIGIBLE),
                count(all, Verdict.NOT_KNOWN),
                count(all, Verdict.NOT_ELIGIBLE));
    }

    private static long count(List<Shown> all, Verdict verdict) {
        return all.stream()
                .filter(shown -> shown.opportunity().verdict() == verdict)
                .count();
    }

    private Item item(Shown shown) {
        Opportunity opportunity = shown.opportunity();
        Program program = opportunity.program();
        Window window = opportunity.window();
        Verdict verdict = opportunity.verdict();
        OffsetDateTime lastMoment = window.lastMoment();
        ObjectNode record = projection.project(programs, shown.document(), List.of("eligibility", "website"));
        return new Item(
                NodeLinks.of(program, request),
                opportunity.edition().code(),
                program.type() == null
                        ? null
                        : projection.label("program_types", program.type()).orElse(program.type()),
                window.opens() == null ? null : texts.date(window.opens().text()),
                lastMoment == null ? null : closes(window.closes(), lastMoment),
                lastMoment == null ? null : lastMoment.toString(),
                record.path("website").textValue(),
                new ValueTexts(request, programs).phrase(record, "eligibility"),
                verdict == null ? null : verdict.code(),
                verdict == null ? null : decisions.decision(verdict.code(), opportunity.decidedBy(), texts.language()),
                opportunity.answers().stream().map(criteria::of).toList());
    }

    /** Returns the day on which applications close, and the last moment in Morocco's time, which changes in Ramadan. */
    private String closes(PartialDate closes, OffsetDateTime lastMoment) {
        String offset = lastMoment.getOffset().equals(ZoneOffset.UTC)
                ? "UTC"
                : "UTC" + lastMoment.getOffset().getId();
        String day = texts.day(lastMoment.toLocalDate());
        return closes.first().equals(closes.last())
                ? texts.get("opportunities.closes.at", day, NodeLinks.inSentence(offset))
                : texts.get(
                        "opportunities.closes.latest", texts.date(closes.text()), day, NodeLinks.inSentence(offset));
    }
}
