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

/** Builds queries that filter without scoring. */
final class FilterQueries {

    private FilterQueries() {}

    /** Returns the query restricted to these resources. */
    static Query restrict(List<ResourceSchema> resources, Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(
                        oneOf(
                                IndexFields.RESOURCE,
                                resources.stream().map(ResourceSchema::resource).toList()),
                        Occur.FILTER)
                .build();
    }

    /** Returns a filter for each field that requires one of its codes. */
    static List<Query> of(List<RequiredCodes> requiredCodes) {
        return requiredCodes.stream()
                .map(required -> oneOf(IndexFields.code(required.field()), required.codes()))
                .toList();
    }

    /** Returns a filter that matches these records of a resource. */
    static Query keys(ResourceSchema schema, List<Object> ids) {
        return oneOf(
                IndexFields.KEY,
                ids.stream()
                        .map(id -> DocumentMapper.key(schema.resource(), id.toString())
                                .text())
                        .toList());
    }

    private static Query oneOf(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
