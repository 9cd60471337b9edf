package org.startupatlas.search;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.RequiredCodes;

/** Queries of which the first that finds anything counts. */
final class Attempts {

    private Attempts() {}

    /**
     * The queries, the strictest first, in some resources only.
     *
     * @param narrowing codes of which the records must have one in each of these fields
     */
    static List<Query> in(List<Declaration> resources, List<RequiredCodes> narrowing, Query... queries) {
        List<String> names = resources.stream().map(Declaration::resource).toList();
        return Arrays.stream(queries)
                .<Query>map(query -> {
                    BooleanQuery.Builder narrowed = new BooleanQuery.Builder()
                            .add(query, Occur.MUST)
                            .add(oneOf(IndexFields.RESOURCE, names), Occur.FILTER);
                    narrowing.forEach(required ->
                            narrowed.add(oneOf(IndexFields.code(required.field()), required.codes()), Occur.FILTER));
                    return narrowed.build();
                })
                .toList();
    }

    private static Query oneOf(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
