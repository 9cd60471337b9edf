package org.startupatlas.meta;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Links by name; {@code links} in the order of its map. */
@Schema(
        requiredProperties = {"links"},
        description = "Links by name.")
record Links(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 200) String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 1_000) String description,
        @Schema(maxLength = 200, description = "Addresses by name.") Map<String, String> links) {}
