package org.startupatlas.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.startupatlas.testing.ChangesOf;

/** Computes past records from the change feed, independent of the exports. */
final class Log {
    private Log() {}

    /** Returns the records of a resource at a revision, ordered by id. */
    static List<JsonNode> at(String resource, long revision, Predicate<JsonNode> wanted) {
        TreeMap<String, JsonNode> records = new TreeMap<>();
        for (ChangesOf.Change change : ChangesOf.walk("/v1/changes?limit=1000&resource=" + resource, 0)) {
            if (change.revision() <= revision) {
                if (change.record().isNull()) {
                    records.remove(change.id());
                } else {
                    records.put(change.id(), change.record());
                }
            }
        }
        return records.values().stream().filter(wanted).toList();
    }
}
