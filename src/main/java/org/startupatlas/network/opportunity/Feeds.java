package org.startupatlas.network.opportunity;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.RecordKey;
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
     * Returns a feed. An entry holds the answer for the startup, so it changes with the program and with the startup.
     *
     * @param startup the startup that applies; empty if none does
     * @param self its path and query
     */
    byte[] atom(
            OpportunityPage page,
            Optional<RecordKey> startup,
            Network network,
            LocalDate day,
            Language language,
            String self) {
        Map<String, String> updated = page.data().stream()
                .map(item -> item.program().id())
                .distinct()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> updated(Stream.concat(Stream.of(RecordKey.program(id)), startup.stream()), network)));
        List<AtomFeed.Entry> entries = page.data().stream()
                .flatMap(item -> Dated.of(item, texts, language).stream()
                        .map(dated -> new AtomFeed.Entry(
                                dated, updated.get(item.program().id()))))
                .toList();
        String last = updated.values().stream().max(Comparator.naturalOrder()).orElse(day + "T00:00:00Z");
        return AtomFeed.bytes(entries, texts.get(language, "title"), last, self);
    }

    /** Returns when one of some records was last written; the times of records are in one form, so texts compare. */
    private String updated(Stream<RecordKey> records, Network network) {
        return records.map(key -> json.document(key, network).path("updated_at").textValue())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
