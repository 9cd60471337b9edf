package org.startupatlas.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.imports.Imports;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/** Existing records, keys and jobs for the templates of paths. */
final class PathExamples {

    private PathExamples() {}

    /** Returns a path that exists for each beginning of a path that has a template, the longest beginnings first. */
    static Map<String, String> create() {
        Map<String, String> examples = new LinkedHashMap<>();
        examples.put("/v1/vocabularies/{id}/{code}", "/v1/vocabularies/sectors/fintech");
        examples.put("/problems/{code}", "/problems/unknown-record");
        for (ResourceSchema schema : ResourceCatalog.SCHEMAS) {
            String list = "/v1/" + schema.resource();
            String slug =
                    Atlas.tree(list + "?limit=1&fields=slug").at("/data/0/slug").textValue();
            examples.put(list + "/{id}", list + "/" + slug);
        }
        examples.put("{version}", "1");
        examples.put(
                "/v1/keys/{id}", "/v1/keys/" + TestKeys.issue("curator", null).id());
        String job = Imports.csv("startups?dry_run=true", "name\nA startup of no file\n")
                .id();
        examples.put("/v1/imports/{id}", "/v1/imports/" + job);
        String proposal = Writes.post(
                        201,
                        "/v1/proposals",
                        """
                        {"resource":"startups","record":"chari","changes":{"notes":"Proposed"},"source_url":"https://a.ma"}""")
                .jsonPath()
                .getString("link");
        examples.put("/v1/proposals/{id}", proposal);
        return examples;
    }
}
