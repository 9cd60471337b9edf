package org.startupatlas.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.startupatlas.http.format.Envelope;
import org.startupatlas.http.format.Projection;
import org.startupatlas.http.response.DerivedResponses.Derived;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.record.RecordJson;
import org.startupatlas.search.text.CodeFilters;

/** Writes search results and suggestions as JSON. */
@Singleton
class SearchJson {

    /** The decimals of scores, which serve only for comparison; further digits are noise. */
    private static final int DECIMALS = 3;

    private static final String SUMMARY = "summary";

    private final ObjectMapper json;
    private final CodeFilters codeFilters;

    SearchJson(ObjectMapper json, CodeFilters codeFilters) {
        this.json = json;
        this.codeFilters = codeFilters;
    }

    /** Writes a page of hits as of a revision. */
    Derived page(SearchQuery query, SearchService.FoundPage page, long revision, Projection projection) {
        String cursor =
                page.last() == null ? null : query.nextCursor(query.offset() + query.limit(), page.last(), revision);
        long firstPageRevision = query.firstPageRevision() == null ? revision : query.firstPageRevision();
        HitPage hits = new HitPage(
                page.records().stream().map(found -> hit(found, projection)).toList(),
                Envelope.page(query.limit(), cursor),
                Envelope.meta(firstPageRevision, query.language()));
        return new Derived(RecordJson.bytes(json, hits), cursor, page.isLasting());
    }

    /** Writes suggestions as of a revision. */
    Derived suggestions(
            SearchQuery query, List<SuggestService.Suggestion> found, long revision, Projection projection) {
        Suggestions suggestions = new Suggestions(
                found.stream().map(each -> suggestion(each, projection)).toList(),
                Envelope.meta(revision, query.language()));
        return new Derived(RecordJson.bytes(json, suggestions), null, true);
    }

    private Suggestions.Suggestion suggestion(SuggestService.Suggestion found, Projection projection) {
        SuggestService.Code code = found.code();
        ObjectNode langs = json.createObjectNode();
        String name = code == null
                ? found.name()
                : projection
                        .label(code.vocabulary(), code.code(), "name", langs)
                        .orElse(found.name());
        return new Suggestions.Suggestion(
                found.resource(),
                found.id(),
                found.slug(),
                name,
                found.text(),
                langs,
                code == null ? null : code.code(),
                code == null ? null : codeFilters.of(code.vocabulary(), code.code()));
    }

    private static HitPage.Hit hit(SearchService.FoundRecord found, Projection projection) {
        ObjectNode record = found.record();
        ObjectNode shown = projection.project(found.schema(), record, List.of(SUMMARY));
        JsonNode summary = shown.get(SUMMARY);
        return new HitPage.Hit(
                found.schema().resource(),
                record.get("id").textValue(),
                record.get("slug").textValue(),
                record.get("name").textValue(),
                summary,
                shown.get(Projection.LANGS),
                BigDecimal.valueOf(found.score()).setScale(DECIMALS, RoundingMode.HALF_EVEN),
                found.matched());
    }
}
