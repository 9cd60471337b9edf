package org.startupatlas.search.query;

import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.startupatlas.query.filter.RequiredCodes;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.search.index.DocumentMapper;
import org.startupatlas.search.index.IndexFields;

/** Queries that let records through without saying how well they fit. */
final class FilterQueries {

    private FilterQueries() {}

    /** What a query finds in these resources. */
    static Query in(List<ResourceSchema> resources, Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(
                        oneOf(
                                IndexFields.RESOURCE,
                                resources.stream().map(ResourceSchema::resource).toList()),
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
    static Query keys(ResourceSchema declaration, List<Object> ids) {
        return oneOf(
                IndexFields.KEY,
                ids.stream()
                        .map(id -> DocumentMapper.key(declaration.resource(), id.toString())
                                .text())
                        .toList());
    }

    private static Query oneOf(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
