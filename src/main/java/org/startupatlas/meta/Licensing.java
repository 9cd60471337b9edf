package org.startupatlas.meta;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.startupatlas.http.License;

/** The licence and the sources of the data. */
public final class Licensing {

    private Licensing() {}

    /** Returns the licence of the compilation. */
    public static ObjectNode license(ObjectMapper json) {
        return json.createObjectNode()
                .put("id", License.ID)
                .put("url", License.URL)
                .put("attribution", "Startup Atlas")
                .put("covers", "our own compilation; bundled parts keep their own licences, listed under sources");
    }

    /** Returns the sources of the bundled data, with their licences. */
    public static ArrayNode sources(ObjectMapper json) {
        ArrayNode sources = json.createArrayNode();
        add(
                sources,
                "Countries: codes of ISO 3166-1, regions of UN M49, names of Unicode CLDR 48.2, capitals, currencies, "
                        + "languages, calling codes, representative points",
                "MIT, Unicode-3.0, public domain");
        add(sources, "Regions of Morocco: ISO 3166-2:MA", "facts");
        add(sources, "Ecosystem: public pages, each named in the provenance of its record", "facts");
        return sources;
    }

    private static void add(ArrayNode sources, String name, String license) {
        sources.addObject().put("name", name).put("license", license);
    }
}
