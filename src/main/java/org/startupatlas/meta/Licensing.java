package org.startupatlas.meta;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.startupatlas.http.License;

/** The licence and the sources of the data. */
public final class Licensing {

    private static final int MAX_LENGTH = 2_048;

    private Licensing() {}

    /** The licence of the compilation. */
    @Schema(name = "MetaLicense", description = "The licence of our own compilation.")
    public record Terms(
            @Schema(maxLength = MAX_LENGTH) String id,
            @Schema(maxLength = MAX_LENGTH) String url,
            @Schema(maxLength = MAX_LENGTH) String attribution,
            @Schema(maxLength = MAX_LENGTH) String covers) {}

    /** A source of the bundled data. */
    @Schema(name = "MetaSource", description = "A source and its licence.")
    public record Source(@Schema(maxLength = MAX_LENGTH) String name, @Schema(maxLength = MAX_LENGTH) String license) {}

    /** Returns the licence of the compilation. */
    static Terms license() {
        return new Terms(
                License.ID,
                License.URL,
                "Startup Atlas",
                "our own compilation; bundled parts keep their own licences, listed under sources");
    }

    /** Returns the sources of the bundled data, with their licences. */
    public static List<Source> sources() {
        return List.of(
                new Source(
                        "Countries: codes of ISO 3166-1, regions of UN M49, names of Unicode CLDR 48.2, capitals,"
                                + " currencies, languages, calling codes, representative points",
                        "MIT, Unicode-3.0, public domain"),
                new Source("Regions of Morocco: ISO 3166-2:MA", "facts"),
                new Source("Ecosystem: public pages, each named in the provenance of its record", "facts"));
    }
}
