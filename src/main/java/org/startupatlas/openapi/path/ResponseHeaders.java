package org.startupatlas.openapi.path;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.startupatlas.openapi.schema.ComponentNames;
import org.startupatlas.openapi.schema.Examples;
import org.startupatlas.openapi.schema.ValueSchemas;

/** Describes the response headers. */
final class ResponseHeaders {

    /** The extension of the document that describes the headers of every response. */
    private static final String OF_EVERY_RESPONSE = "x-headers-of-every-response";

    /** The extension that describes the headers of most responses; their descriptions say of which. */
    private static final String OF_MOST_RESPONSES = "x-headers-of-most-responses";

    private static final int MAX_HEADER_LENGTH = 8_192;

    private ResponseHeaders() {}

    /** Adds the header components that responses refer to. */
    static void add(Components components) {
        header(
                components,
                "ETag",
                "Identifies these bytes; strong on whole records, weak on composed answers.",
                "\"1-d0hzrvXYAA4v\"");
        header(
                components,
                "Link",
                "rel=next leads to the next page, rel=sync to the changes that keep a copy exact, rel=canonical to the"
                        + " record that another was merged into (RFC 8288).",
                "</v1/startups?cursor=WyJk>; rel=\"next\", </v1/changes?since=613&resource=startups>; rel=\"sync\"");
        header(
                components,
                "Atlas-Has-More",
                "On tables and NDJSON: whether there are more records after this page.",
                "true");
        header(
                components,
                "Content-Disposition",
                "What the file is called.",
                "attachment; filename=\"startup-atlas-startups-613.csv\"");
        header(components, "Allow", "The methods that work here.", "GET, HEAD, OPTIONS");
        header(components, "Accept", "On a PUT that was refused: the media type that PUT takes.", "application/json");
        header(
                components,
                "Accept-Patch",
                "On a PATCH that was refused, and on OPTIONS: the media type that PATCH takes (RFC 5789).",
                "application/merge-patch+json");
        header(
                components,
                "Accept-Post",
                "On a POST that was refused: the media types that POST takes.",
                "application/json");
        header(components, "WWW-Authenticate", "How to send a key.", "Bearer realm=\"Startup Atlas\"");
        header(components, "Location", "Where it is, what was made.", "/v1/keys/k3vq7m2x5abc");
        header(components, "Retry-After", "Seconds after which to try again.", "2");
    }

    /**
     * Describes the headers of every response, and those of most responses, once; repeated, they would make up a third of
     * each response.
     */
    static void addCommon(OpenAPI document) {
        document.addExtension(
                OF_EVERY_RESPONSE,
                Examples.of(
                        "Atlas-Revision",
                        described(
                                "The revision that this node has reached; of an export, the one that it is of.", "613"),
                        "X-Request-Id",
                        described("Names the request, here and in the log.", "1056a5de-4d88-46f9-b184-659e83cf2c83"),
                        "Access-Control-Allow-Origin",
                        described("Any page may read it.", "*"),
                        "Cache-Control",
                        described(
                                "How long caches may keep it: browsers revalidate lists each time, shared caches keep"
                                        + " them for a minute.",
                                "public, max-age=0, s-maxage=60")));
        document.addExtension(
                OF_MOST_RESPONSES,
                Examples.of(
                        "Vary",
                        described("The request headers that it depends on.", "Accept, Accept-Encoding"),
                        "Content-Language",
                        described("With lang, the languages of the texts; of a problem, its language.", "fr"),
                        "CDN-Cache-Control",
                        described(
                                "On lists, vocabularies and countries: how long CDNs may keep it (RFC 9213).",
                                "max-age=60, stale-while-revalidate=300")));
    }

    private static Map<String, Object> described(String description, String example) {
        return Examples.of(
                "description",
                description,
                "schema",
                Examples.of("type", "string", "maxLength", MAX_HEADER_LENGTH),
                "example",
                example);
    }

    private static void header(Components components, String name, String description, String example) {
        components.addHeader(
                name,
                OASFactory.createHeader()
                        .description(description)
                        .schema(ValueSchemas.string(MAX_HEADER_LENGTH))
                        .example(example));
    }

    /** Adds references to the named headers to those that the response has. */
    static void addTo(APIResponse response, List<String> names) {
        names.forEach(
                name -> response.addHeader(name, OASFactory.createHeader().ref(ComponentNames.headerReference(name))));
    }

    /** Sets references to the named headers on the response; the common headers are not repeated. */
    static APIResponse on(APIResponse response, List<String> names) {
        addTo(response, names);
        return response;
    }
}
