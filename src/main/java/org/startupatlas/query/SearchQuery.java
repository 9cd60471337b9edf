package org.startupatlas.query;

import java.util.List;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * A parsed and validated search across resources.
 *
 * @param searchText the search text, or the text typed so far
 * @param resources the resources to search
 * @param limit the maximum number of hits
 * @param offset the number of hits on the pages before
 * @param firstPageRevision the revision of the first page, or null if this is the first page
 * @param language the language of texts, or null for all three
 * @param fingerprint a short hash of the search text and the resources
 */
public record SearchQuery(
        String searchText,
        List<ResourceSchema> resources,
        int limit,
        int offset,
        Long firstPageRevision,
        Language language,
        String fingerprint) {

    public static final int DEFAULT_LIMIT = 25;

    /** The maximum number of suggestions; nobody reads more of them. */
    public static final int MAX_SUGGESTIONS = 20;

    public static final int DEFAULT_SUGGESTIONS = 10;

    public SearchQuery {
        resources = List.copyOf(resources);
    }

    /**
     * Returns the cursor of the next page.
     *
     * @param nextOffset the number of hits up to the end of this page
     * @param lastId the id of the last hit
     * @param revision the revision of this page, used if it is the first
     */
    public String nextCursor(int nextOffset, String lastId, long revision) {
        return Cursor.ofRank(fingerprint, firstPageRevision == null ? revision : firstPageRevision, nextOffset, lastId)
                .text();
    }
}
