package org.startupatlas.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON of a page of changes.
 *
 * @param data the changes
 * @param page the position of the page in the log
 * @param meta the revision and license
 */
public record ChangesOf(List<Change> data, Page page, Meta meta) {
    /** A change; {@code by}, {@code into} and {@code record} may be null. */
    public record Change(
            long revision,
            Instant at,
            String op,
            String resource,
            String id,
            int version,
            String by,
            String into,
            List<JsonNode> changed,
            JsonNode record) {}

    /** The position of a page. */
    public record Page(int limit, boolean hasMore, long nextSince) {}

    /** Properties of the page. */
    public record Meta(long revision, String license) {}

    /** Reads a page. */
    public static ChangesOf page(String path) {
        return Atlas.one(ChangesOf.class, path);
    }

    /** Returns the revision of the latest change. */
    public static long latestRevision() {
        return page("/v1/changes?limit=1").meta().revision();
    }

    /** Reads all changes after a revision; the path must have a parameter. */
    public static List<Change> walk(String path, long since) {
        List<Change> all = new ArrayList<>();
        ChangesOf page = page(path + "&since=" + since);
        all.addAll(page.data());
        while (page.page().hasMore()) {
            page = page(path + "&since=" + page.page().nextSince());
            all.addAll(page.data());
        }
        return all;
    }
}
