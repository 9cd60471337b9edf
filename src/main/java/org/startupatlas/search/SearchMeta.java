package org.startupatlas.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.startupatlas.http.License;
import org.startupatlas.query.SearchQuery;

/** The revision, the licence and the language of an answer. */
record SearchMeta(long revision, String license, @JsonInclude(JsonInclude.Include.NON_NULL) String lang) {

    static SearchMeta of(SearchQuery query, long revision) {
        return new SearchMeta(
                revision,
                License.ID,
                query.language() == null ? null : query.language().code());
    }
}
