package org.startupatlas.search;

import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.RequiredCodes;

/** Queries that let records through without saying how well they fit. */
final class Filters {

    private Filters() {}

    /** What a query finds in these resources. */
    static Query in(List<Declaration> resources, Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(
                        oneOf(
                                IndexFields.RESOURCE,
                                resources.stream().map(Declaration::resource).toList()),
                        Occur.FILTER)
                .build();
    }

    /** The records that have one of the codes in each of the fields. */
    static List<Query> of(List<RequiredCodes> narrowing) {
        return narrowing.stream()
                .map(required -> oneOf(IndexFields.code(required.field()), required.codes()))
                .toList();
    }

    /** These records of a resource. */
    static Query keys(Declaration declaration, List<Object> ids) {
        return oneOf(
                IndexFields.KEY,
                ids.stream()
                        .map(id -> IndexedRecord.key(declaration.resource(), id.toString())
                                .text())
                        .toList());
    }

    private static Query oneOf(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
