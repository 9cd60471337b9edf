package org.startupatlas.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of changes as the API answers it.
 *
 * @param data the changes
 * @param page where the page stands in the log
 * @param meta what holds for the whole page
 */
public record ChangesOf(List<Change> data, Page page, Meta meta) {
    /** One change; {@code by}, {@code into} and {@code record} are null where there is none. */
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

    /** Where a page stands. */
    public record Page(int limit, boolean hasMore, long nextSince) {}

    /** What holds for the whole page. */
    public record Meta(long revision, String license) {}

    /** One page. */
    public static ChangesOf page(String path) {
        return Atlas.one(ChangesOf.class, path);
    }

    /** The revision of the latest change. */
    public static long latestRevision() {
        return page("/v1/changes?limit=1").meta().revision();
    }

    /** All changes behind a revision, page by page; the path has parameters already. */
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
