package org.startupatlas.network.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.License;
import org.startupatlas.network.model.Network;
import org.startupatlas.schema.Language;

/** What an answer from the network has beside its data. */
@Schema(
        name = "NetworkMeta",
        description = "Of which records and which day the answer is.",
        requiredProperties = {"revision", "license", "on"})
public record NetworkMeta(
        long revision,
        @Schema(maxLength = 32) String license,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 2) String lang,
        @Schema(maxLength = 10, description = "The day on which the links are valid.") String on) {

    /** Returns the members for a network. */
    public static NetworkMeta of(Network network, Language language, LocalDate day) {
        return new NetworkMeta(
                network.revision(), License.ID, language == null ? null : language.code(), day.toString());
    }
}
