package org.startupatlas.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.startupatlas.http.License;
import org.startupatlas.meta.Licensing;
import org.startupatlas.record.Digest;
import org.startupatlas.record.RecordJson;
import org.startupatlas.schema.ResourceSchema;

/** Writes the descriptor, the readme and the licence of a Frictionless Tabular Data Package (version 1). */
final class DataPackage {

    private static final String TITLE = "Startup Atlas";
    private static final String DESCRIPTION =
            "The registry of the Moroccan startup ecosystem: startups, programs, partners and countries, and how they are"
                    + " connected. A text that begins with = + - @ ' has an apostrophe before it, so that no spreadsheet"
                    + " runs it.";

    private final ObjectMapper json;
    private final long revision;
    private final Instant at;
    private final ObjectNode descriptor;
    private final ArrayNode resources;

    DataPackage(ObjectMapper json, long revision, Instant at) {
        this.json = json;
        this.revision = revision;
        this.at = at;
        this.descriptor = json.createObjectNode();
        descriptor.put("profile", "tabular-data-package");
        descriptor.put("name", "startup-atlas");
        descriptor.put("title", TITLE);
        descriptor.put("description", DESCRIPTION);
        descriptor.put("version", String.valueOf(revision));
        descriptor.put("created", RecordJson.time(at));
        descriptor
                .putArray("licenses")
                .addObject()
                .put("name", License.ID)
                .put("path", License.URL)
                .put("title", "Creative Commons Attribution 4.0 International");
        ArrayNode sources = descriptor.putArray("sources");
        for (Licensing.Source source : Licensing.sources()) {
            sources.addObject().put("title", source.name() + " (" + source.license() + ")");
        }
        this.resources = descriptor.putArray("resources");
    }

    /** Returns the path of a resource's table in the archive. */
    static String path(ResourceSchema schema) {
        return "data/" + schema.resource() + ".csv";
    }

    /** Adds a table after it was written, with its digest. */
    void add(ResourceSchema schema, Digest digest) {
        ObjectNode resource = resources.addObject();
        resource.put("profile", "tabular-data-resource");
        resource.put("name", schema.resource());
        resource.put("path", path(schema));
        resource.put("description", schema.description());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("bytes", digest.bytes());
        resource.put("hash", "sha256:" + digest.sha256());
        resource.putObject("dialect")
                .put("delimiter", ",")
                .put("lineTerminator", "\r\n")
                .put("quoteChar", "\"")
                .put("doubleQuote", true)
                .put("header", true);
        resource.set("schema", TableSchema.of(schema, json));
    }

    byte[] descriptor() {
        return bytes(descriptor.toPrettyString() + "\n");
    }

    byte[] readMe() {
        StringBuilder text = new StringBuilder("# " + TITLE + ", revision " + revision + "\n\n" + DESCRIPTION + "\n\n");
        text.append("As of ").append(RecordJson.time(at));
        text.append(". `datapackage.json` describes every table and column (Frictionless Data Package).\n");
        return bytes(text.toString());
    }

    byte[] license() {
        StringBuilder text = new StringBuilder();
        text.append("Our own compilation is licensed under Creative Commons Attribution 4.0 International (")
                .append(License.ID)
                .append("): ")
                .append(License.URL)
                .append("\nAttribution: ")
                .append(TITLE)
                .append("\n\nBundled parts keep their own licences:\n");
        for (Licensing.Source source : Licensing.sources()) {
            text.append("- ")
                    .append(source.name())
                    .append(": ")
                    .append(source.license())
                    .append('\n');
        }
        return bytes(text.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
