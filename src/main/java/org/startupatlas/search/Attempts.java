package org.startupatlas.search;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.startupatlas.query.Declaration;

/** Queries of which the first that finds anything counts. */
final class Attempts {

    private Attempts() {}

    /** The queries, the strictest first, in some resources only. */
    static List<Query> in(List<Declaration> resources, Query... queries) {
        List<BytesRef> names = resources.stream()
                .map(resource -> new BytesRef(resource.resource()))
                .toList();
        TermInSetQuery those = new TermInSetQuery(IndexFields.RESOURCE, names);
        return Arrays.stream(queries)
                .<Query>map(query -> new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(those, Occur.FILTER)
                        .build())
                .toList();
    }
}
