package org.startupatlas.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.startupatlas.http.format.Envelope;
import org.startupatlas.http.format.Projection;
import org.startupatlas.http.response.DerivedResponses.Derived;
import org.startupatlas.query.SearchQuery;
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
        List<ObjectNode> hits =
                page.records().stream().map(found -> hit(found, projection)).toList();
        String cursor =
                page.last() == null ? null : query.nextCursor(query.offset() + query.limit(), page.last(), revision);
        long firstPageRevision = query.firstPageRevision() == null ? revision : query.firstPageRevision();
        Envelope envelope = new Envelope(
                Envelope.page(query.limit(), cursor), null, Envelope.meta(firstPageRevision, query.language()));
        return new Derived(envelope.aroundNodes(hits), cursor, page.isLasting());
    }

    /** Writes suggestions as of a revision. */
    Derived suggestions(
            SearchQuery query, List<SuggestService.Suggestion> suggestions, long revision, Projection projection) {
        ArrayNode data = json.createArrayNode();
        for (SuggestService.Suggestion suggestion : suggestions) {
            ObjectNode node = data.addObject()
                    .put("resource", suggestion.resource())
                    .put("id", suggestion.id())
                    .put("slug", suggestion.slug())
                    .put("name", suggestion.name())
                    .put("text", suggestion.text());
            if (suggestion.code() != null) {
                putCode(node, suggestion.code(), projection);
            }
        }
        Envelope envelope = new Envelope(Envelope.meta(revision, query.language()));
        return new Derived(envelope.aroundNodes(data.valueStream().toList()), null, true);
    }

    private void putCode(ObjectNode node, SuggestService.Code code, Projection projection) {
        projection.putLabel(node, "name", code.vocabulary(), code.code());
        node.put("code", code.code());
        ArrayNode filters = node.putArray("filters");
        codeFilters.of(code.vocabulary(), code.code()).forEach(each -> {
            ArrayNode resources =
                    filters.addObject().put("filter", each.filter()).putArray("resources");
            each.resources().forEach(resources::add);
        });
    }

    private ObjectNode hit(SearchService.FoundRecord found, Projection projection) {
        ObjectNode hit = json.createObjectNode();
        hit.put("resource", found.schema().resource());
        hit.set("id", found.record().get("id"));
        hit.set("slug", found.record().get("slug"));
        hit.set("name", found.record().get("name"));
        ObjectNode shown = projection.project(found.schema(), found.record(), List.of(SUMMARY));
        hit.set(SUMMARY, shown.get(SUMMARY));
        if (shown.has(Projection.LANGS)) {
            hit.set(Projection.LANGS, shown.get(Projection.LANGS));
        }
        hit.put("score", BigDecimal.valueOf(found.score()).setScale(DECIMALS, RoundingMode.HALF_EVEN));
        ArrayNode matched = hit.putArray("matched");
        found.matched()
                .forEach(
                        match -> matched.addObject().put("field", match.field()).put("text", match.text()));
        return hit;
    }
}
