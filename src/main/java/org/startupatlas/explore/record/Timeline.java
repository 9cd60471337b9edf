package org.startupatlas.explore.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.startupatlas.explore.page.Labels;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.ValueTexts;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.Event;
import org.startupatlas.query.expand.Expander;
import org.startupatlas.record.PartialDate;
import org.startupatlas.schema.ResourceSchema;

/** Collects what happened to a record: its foundation, programs, rounds, markets and agreements, the latest first. */
final class Timeline {

    private final Texts texts;
    private final ValueTexts values;
    private final ObjectNode record;
    private final List<Dated> events = new ArrayList<>();

    private record Dated(LocalDate day, Event event) {}

    Timeline(PageRequest request, ResourceSchema schema, ObjectNode record) {
        this.texts = request.texts();
        this.values = new ValueTexts(request, schema);
        this.record = record;
    }

    List<Event> events() {
        addField("founded");
        addField("started");
        addField("closed");
        expanded("participations").forEach(this::addParticipation);
        expanded("funding_rounds").forEach(this::addRound);
        expanded("agreements").forEach(this::addAgreement);
        record.path("markets").forEach(this::addMarket);
        return events.stream()
                .sorted(Comparator.comparing(Dated::day, Comparator.nullsLast(Comparator.reverseOrder())))
                .map(Dated::event)
                .toList();
    }

    private JsonNode expanded(String name) {
        return record.path(Expander.EXPANDED).path(name).path("data");
    }

    private void addField(String name) {
        if (record.hasNonNull(name)) {
            add(record.get(name).textValue(), "event." + name, null, null);
        }
    }

    private void addParticipation(JsonNode participation) {
        JsonNode of = participation.path(Expander.EXPANDED);
        boolean isProgram = of.has("program");
        JsonNode other = isProgram ? of.path("program") : of.path("startup");
        if (!other.isObject()) {
            return;
        }
        String outcome = label(participation, "outcome");
        String edition = participation.path("edition").textValue();
        add(
                participation.path("date").textValue(),
                "event.program",
                values.record(isProgram ? "programs" : "startups", other),
                join(edition, outcome.isEmpty() ? label(participation, "state") : outcome));
    }

    private void addRound(JsonNode round) {
        JsonNode startup = round.path(Expander.EXPANDED).path("startup");
        JsonNode amount = round.path("amount");
        String money = amount.hasNonNull("value")
                ? texts.number(amount.get("value").decimalValue()) + " "
                        + amount.path("currency").asText("")
                : texts.get("event.undisclosed");
        add(
                round.path("date").textValue(),
                "event.round",
                startup.isObject() ? values.record("startups", startup) : null,
                join(label(round, "type"), money));
    }

    private void addAgreement(JsonNode agreement) {
        add(
                agreement.path("signed").textValue(),
                "event.agreement",
                new Anchor(agreement.get("name").textValue(), null),
                label(agreement, "status"));
    }

    private void addMarket(JsonNode market) {
        if (market.hasNonNull("since") && market.hasNonNull("country")) {
            String code = market.get("country").textValue();
            add(
                    market.get("since").textValue(),
                    "event.market",
                    new Anchor(Labels.of(record, "markets.country", code), null),
                    null);
        }
    }

    private static String label(JsonNode of, String field) {
        String code = of.path(field).asText("");
        return code.isEmpty() || of.path(field).isNull() ? "" : Labels.of(of, field, code);
    }

    private static String join(String one, String other) {
        if (one == null || one.isEmpty()) {
            return other == null || other.isEmpty() ? null : other;
        }
        return other == null || other.isEmpty() ? one : one + " · " + other;
    }

    private void add(String date, String kind, Anchor link, String detail) {
        events.add(new Dated(
                date == null ? null : PartialDate.of(date).last(),
                new Event(date == null ? null : texts.date(date), texts.get(kind), link, detail)));
    }
}
