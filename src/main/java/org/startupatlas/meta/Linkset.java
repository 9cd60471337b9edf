package org.startupatlas.meta;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link set of RFC 9264 with the relations of RFC 9727. */
@Schema(description = "A link set (RFC 9264).", example = """
        {"linkset":[{"anchor":"/v1"}]}""")
record Linkset(@Schema(maxItems = 65_536) List<Context> linkset) {

    Linkset {
        linkset = List.copyOf(linkset);
    }

    @Schema(
            name = "LinkContext",
            requiredProperties = {"anchor"},
            description = "The links of one API.")
    record Context(
            @Schema(maxLength = 200) String anchor,
            @JsonProperty("service-desc") @Schema(maxItems = 65_536) List<Target> serviceDesc,
            @JsonProperty("service-doc") @Schema(maxItems = 65_536) List<Target> serviceDoc,
            @JsonProperty("service-meta") @Schema(maxItems = 65_536) List<Target> serviceMeta,
            @Schema(maxItems = 65_536) List<Target> status) {

        Context {
            serviceDesc = List.copyOf(serviceDesc);
            serviceDoc = List.copyOf(serviceDoc);
            serviceMeta = List.copyOf(serviceMeta);
            status = List.copyOf(status);
        }
    }

    @Schema(
            name = "LinkTarget",
            requiredProperties = {"href"},
            description = "A link.")
    record Target(@Schema(maxLength = 200) String href, @Schema(maxLength = 200) String type) {}
}
