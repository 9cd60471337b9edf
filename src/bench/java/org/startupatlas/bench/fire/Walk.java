package org.startupatlas.bench.fire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * All records of a list, each page read from any node.
 *
 * @param records by their names
 * @param revision the revision of its pages
 * @param sync the feed link; null if the list cannot be followed
 */
record Walk(Map<String, String> records, long revision, String sync) {

    Walk {
        records = new TreeMap<>(records);
    }

    static Walk of(Api api, String resource, String query, Random random) throws InterruptedException {
        Map<String, String> records = new TreeMap<>();
        String next = "/v1/" + resource + query;
        while (true) {
            Answer page = api.read(next, random);
            for (JsonNode record : page.json().get("data")) {
                if (records.put(resource + "/" + record.get("id").textValue(), record.toString()) != null) {
                    throw new BrokenPromise("a walk shows a record twice: " + record);
                }
            }
            if (page.link("next").isEmpty()) {
                long revision = page.json().at("/meta/revision").longValue();
                return new Walk(records, revision, page.link("sync").orElse(null));
            }
            next = page.link("next").get();
        }
    }
}
