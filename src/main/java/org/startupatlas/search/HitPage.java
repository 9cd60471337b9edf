package org.startupatlas.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.query.parameter.QueryLimits;

/** A page of hits as JSON. */
@Schema(
        name = "Hits",
        description = "A page of what was found, the best first.",
        example =
                """
                {"data":[{"resource":"startups","id":"019dadd7-e400-7000-8000-000000000001","slug":"cloudfret",\
                "name":"CloudFret","summary":{"fr":null,"ar":null,"en":"freight matching"},"score":1221.056,\
                "matched":[{"field":"name","text":"<mark>CloudFret</mark>"}]}],\
                "page":{"limit":25,"has_more":false,"next_cursor":null},\
                "meta":{"revision":613,"license":"CC-BY-4.0"}}""")
record HitPage(
        @Schema(maxItems = QueryLimits.MAX_LIMIT) List<Hit> data,
        @Schema(ref = "Page") ObjectNode page,
        @Schema(ref = "ListMeta") ObjectNode meta) {

    /** The longest highlighted text, with its marks. */
    static final int MAX_HIGHLIGHT_LENGTH = 8_192;

    static final String HIGHLIGHTED =
            "HTML: the words in mark, everything else escaped; a long text is cut around them.";

    HitPage {
        data = List.copyOf(data);
    }

    /** A record that was found. */
    @Schema(
            requiredProperties = {"resource", "id", "slug", "name", "summary", "score", "matched"},
            description = "A record that was found.")
    record Hit(
            @Schema(maxLength = 64, description = "The path word.") String resource,
            @Schema(maxLength = 64) String id,
            @Schema(maxLength = 200) String slug,
            @Schema(maxLength = 8_192, nullable = true) String name,
            @Schema(
                            implementation = Text.class,
                            nullable = true,
                            description = "What it is; one text with lang, null where the resource has none.")
                    JsonNode summary,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(ref = "Langs") JsonNode langs,
            @Schema(description = "The relevance, comparable within one answer only.") BigDecimal score,
            @Schema(maxItems = SearchService.MAX_MATCHED_TEXTS) List<Match> matched) {

        Hit {
            matched = List.copyOf(matched);
        }
    }

    @Schema(ref = "Text")
    private interface Text {}

    /** A text of a field with the query terms highlighted. */
    @Schema(name = "HitMatch", description = "Where the record has the words.")
    record Match(
            @Schema(maxLength = 200) String field,
            @Schema(maxLength = MAX_HIGHLIGHT_LENGTH, description = HIGHLIGHTED) String text) {}
}
