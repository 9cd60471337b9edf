package org.startupatlas.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.query.SearchQuery;
import org.startupatlas.search.text.CodeFilters.CodeFilter;

/** Suggested names as JSON. */
@Schema(
        description = "The best matches, the best first.",
        example =
                """
                {"data":[{"resource":"startups","id":"019dadd7-e400-7000-8000-000000000001","slug":"cloudfret",\
                "name":"CloudFret","text":"<mark>Clou</mark>dFret"}],"meta":{"revision":613,"license":"CC-BY-4.0"}}""")
record Suggestions(
        @Schema(maxItems = SearchQuery.MAX_SUGGESTIONS) List<Suggestion> data,
        @Schema(ref = "ListMeta") ObjectNode meta) {

    Suggestions {
        data = List.copyOf(data);
    }

    /** A suggested name; of a code, with its label as the name and the filters that it stands for. */
    @Schema(
            requiredProperties = {"resource", "id", "slug", "name", "text"},
            description = "A name that completes the typed text; with lang, countries and codes in that language.")
    record Suggestion(
            @Schema(maxLength = 64, description = "The path word.") String resource,
            @Schema(maxLength = 64) String id,
            @Schema(maxLength = 200) String slug,
            @Schema(maxLength = 8_192, nullable = true) String name,
            @Schema(maxLength = HitPage.MAX_HIGHLIGHT_LENGTH, nullable = true, description = HitPage.HIGHLIGHTED)
                    String text,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(ref = "Langs") JsonNode langs,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(maxLength = 64, description = "Of a vocabulary's code or a country: the code.")
                    String code,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(maxItems = 65_536, description = "The filters that the code stands for.")
                    List<CodeFilter> filters) {}
}
