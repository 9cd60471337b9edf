package org.startupatlas.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.startupatlas.http.License;
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
        ObjectNode document = json.createObjectNode();
        ArrayNode data = document.putArray("data");
        page.records().forEach(found -> data.add(hit(found, projection)));
        Optional<String> cursor = Optional.ofNullable(page.last())
                .map(last -> query.nextCursor(query.offset() + query.limit(), last, revision));
        document.putObject("page")
                .put("limit", query.limit())
                .put("has_more", cursor.isPresent())
                .put("next_cursor", cursor.orElse(null));
        ObjectNode meta = meta(document, query.firstPageRevision() == null ? revision : query.firstPageRevision());
        if (query.language() != null) {
            meta.put("lang", query.language().code());
        }
        return new Derived(bytes(document), cursor.orElse(null), page.isLasting());
    }

    /** Writes suggestions as of a revision. */
    Derived suggestions(
            SearchQuery query, List<SuggestService.Suggestion> suggestions, long revision, Projection projection) {
        ObjectNode document = json.createObjectNode();
        ArrayNode data = document.putArray("data");
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
        ObjectNode meta = meta(document, revision);
        if (query.language() != null) {
            meta.put("lang", query.language().code());
        }
        return new Derived(bytes(document), null, true);
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

    private static byte[] bytes(ObjectNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode meta(ObjectNode document, long revision) {
        return document.putObject("meta").put("revision", revision).put("license", License.ID);
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
