package org.startupatlas.network.opportunity;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.Program;
import org.startupatlas.schema.Language;

/** Writes opportunities as a calendar or a feed. */
@Singleton
class Feeds {

    private final OpportunityTexts texts;
    private final OpportunityJson json;

    Feeds(OpportunityTexts texts, OpportunityJson json) {
        this.texts = texts;
        this.json = json;
    }

    byte[] calendar(OpportunityPage page, LocalDate day, Language language) {
        List<Dated> dates = page.data().stream()
                .flatMap(item -> Dated.of(item, texts, language).stream())
                .toList();
        return Calendar.bytes(dates, texts.get(language, "title"), day);
    }

    /**
     * Returns a feed.
     *
     * @param self its path and query
     */
    byte[] atom(OpportunityPage page, Network network, LocalDate day, Language language, String self) {
        Map<String, String> updated = page.data().stream()
                .map(item -> item.program().id())
                .distinct()
                .collect(Collectors.toMap(
                        id -> id, id -> updated(network.program(id).orElseThrow(), network)));
        List<AtomFeed.Entry> entries = page.data().stream()
                .flatMap(item -> Dated.of(item, texts, language).stream()
                        .map(dated -> new AtomFeed.Entry(
                                dated, updated.get(item.program().id()))))
                .toList();
        String last = updated.values().stream().max(Comparator.naturalOrder()).orElse(day + "T00:00:00Z");
        return AtomFeed.bytes(entries, texts.get(language, "title"), last, self);
    }

    private String updated(Program program, Network network) {
        return json.document(program, network).path("updated_at").textValue();
    }
}
