package org.startupatlas.changelog.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.query.ChangesQuery;

/** A page of changes in a response, which is written around the changes that {@link ChangeJson} writes. */
@Schema(description = "A page of changes.")
public record Changes(@Schema(maxItems = ChangesQuery.MAX_LIMIT) List<LoggedChange> data, Page page, Meta meta) {

    public Changes {
        data = List.copyOf(data);
    }

    /** Where the page stands in the log. */
    @Schema(name = "ChangesPage", description = "Where the page stands in the log.")
    public record Page(
            @Schema(minimum = "" + ChangesQuery.MIN_LIMIT, maximum = "" + ChangesQuery.MAX_LIMIT) int limit,
            boolean hasMore,
            @Schema(ref = "Count", description = "The since of the next page.") long nextSince) {}

    /** The revision, the licence and the language of the page. */
    @Schema(
            name = "ChangesMeta",
            requiredProperties = {"revision", "license"},
            description = "What the page is of.")
    public record Meta(
            @Schema(ref = "Count", description = "The revision that was reached.") long revision,
            @Schema(maxLength = 64, description = "SPDX identifier.") String license,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(enumeration = {"fr", "ar", "en"}) String lang) {}
}
