package org.startupatlas.explore.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.startupatlas.explore.page.Labels;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.SourceTexts;
import org.startupatlas.explore.record.RecordView.Agreement;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.query.expand.Expander;

/** Shows the agreements of a program or partner: who signed them, when, and who says so. */
final class Agreements {

    private final PageRequest request;
    private final ObjectNode record;

    Agreements(PageRequest request, ObjectNode record) {
        this.request = request;
        this.record = record;
    }

    /** Returns the agreements, the latest first, those without a date last. */
    List<Agreement> views() {
        return StreamSupport.stream(
                        record.path(Expander.EXPANDED)
                                .path("agreements")
                                .path("data")
                                .spliterator(),
                        false)
                .sorted(Comparator.comparing(
                        agreement -> agreement.path("signed").textValue(),
                        Comparator.nullsLast(Comparator.reverseOrder())))
                .map(this::view)
                .toList();
    }

    private Agreement view(JsonNode agreement) {
        String signed = agreement.path("signed").textValue();
        String status = agreement.path("status").textValue();
        return new Agreement(
                agreement.get("name").textValue(),
                parties(agreement),
                signed == null ? null : request.texts().date(signed),
                status == null ? null : Labels.of(agreement, "status", status),
                source(agreement));
    }

    /** Returns the parties, each with its page if it is a partner. */
    private List<Anchor> parties(JsonNode agreement) {
        List<Anchor> parties = new ArrayList<>();
        for (JsonNode party : agreement.path("parties")) {
            String partner = party.path("partner").textValue();
            parties.add(new Anchor(
                    party.get("name").textValue(), partner == null ? null : request.path("partners", partner)));
        }
        return parties;
    }

    /** Returns the first source of the agreement; null if it has none. */
    private static Anchor source(JsonNode agreement) {
        JsonNode claim = agreement.path("provenance").path(0);
        return claim.isObject()
                ? new Anchor(
                        claim.get("publisher").textValue(),
                        SourceTexts.webAddress(claim.path("url").textValue()))
                : null;
    }
}
