package org.startupatlas.query;

import java.util.List;

/**
 * A request that looks for words across resources, read and checked.
 *
 * @param words what to find
 * @param resources where to look
 * @param limit at most so many hits
 * @param passed how many hits the pages before have told
 * @param walkedFrom the revision at which the walk began, or null on its first page
 * @param language the language to show texts in, or null for all three
 * @param fingerprint short hash of the words and the resources
 */
public record SearchQuery(
        String words,
        List<Declaration> resources,
        int limit,
        int passed,
        Long walkedFrom,
        Language language,
        String fingerprint) {

    /** How many hits a page has when nobody says. */
    public static final int DEFAULT_LIMIT = 25;

    /** The most completions of what is being typed; nobody reads more of them. */
    public static final int MAX_SUGGESTIONS = 20;

    /** How many completions are told when nobody says. */
    public static final int DEFAULT_SUGGESTIONS = 10;

    public SearchQuery {
        resources = List.copyOf(resources);
    }

    /** The cursor of the page behind so many hits. */
    public String cursorBehind(int hits, String last, long revision) {
        return Cursor.ofRank(fingerprint, walkedFrom == null ? revision : walkedFrom, hits, last)
                .text();
    }
}
