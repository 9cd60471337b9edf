package org.startupatlas.query;

import java.util.List;
import java.util.Optional;
import org.startupatlas.query.facet.Facet;
import org.startupatlas.query.filter.Condition;
import org.startupatlas.query.filter.Conditions;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.schema.Format;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/**
 * A parsed and validated request for records.
 *
 * @param schema the resource
 * @param condition the condition that a record must satisfy
 * @param searchText the search text, or null
 * @param sort the sort keys before the id; if there is a search text, none means by relevance
 * @param limit the maximum number of records
 * @param cursor the position after which to continue, or null for the first page
 * @param fields the dotted names of the fields to return, or null for all
 * @param expansion the names to expand
 * @param language the language of texts, or null for all three
 * @param format the format of the response
 * @param total whether to count all records that satisfy the condition
 * @param facets the facets to count
 * @param omittedFilters the variants of the condition to count if the first page is empty
 * @param fingerprint a short hash of the resource, the condition and the sort order
 * @param asOf the point in time as of which a single record is returned, or null for now
 */
public record ListQuery(
        ResourceSchema schema,
        Condition condition,
        String searchText,
        List<SortKey> sort,
        int limit,
        Cursor cursor,
        List<String> fields,
        Expansion expansion,
        Language language,
        Format format,
        boolean total,
        List<Facet> facets,
        List<OmittedFilter> omittedFilters,
        String fingerprint,
        PointInTime asOf) {

    public ListQuery {
        sort = List.copyOf(sort);
        facets = List.copyOf(facets);
        omittedFilters = List.copyOf(omittedFilters);
        fields = fields == null ? null : List.copyOf(fields);
    }

    /** Returns the fields to return; empty for all. */
    public Optional<List<String>> shownFields() {
        return Optional.ofNullable(fields);
    }

    /**
     * Returns whether the change feed supports the same query: the feed has a fixed order and can only filter by a
     * record's own fields.
     */
    public boolean hasEquivalentFeed() {
        return sort.isEmpty() && searchText == null && Conditions.isOwn(condition);
    }

    /** Returns whether the records are sorted by relevance. */
    public boolean isRanked() {
        return searchText != null && sort.isEmpty();
    }

    /** Returns the query restricted to these records, for its facets too. */
    public ListQuery restrictedTo(List<Object> ids) {
        Condition withIds = new Condition.IdIn(ids, schema.hasCodeIds());
        List<Facet> restrictedFacets = facets.stream()
                .map(facet -> new Facet(facet.path(), facet.condition().and(withIds)))
                .toList();
        return new ListQuery(
                schema,
                condition.and(withIds),
                searchText,
                sort,
                limit,
                cursor,
                fields,
                expansion,
                language,
                format,
                total,
                restrictedFacets,
                omittedFilters,
                fingerprint,
                asOf);
    }

    /** Returns whether the response has counts, which must be taken from the same snapshot as the page. */
    public boolean hasCounts() {
        return total || !facets.isEmpty();
    }

    /** Returns whether this is the first page of a response that can explain why it is empty. */
    public boolean explainsEmptyPage() {
        return cursor == null && format.hasEnvelope();
    }

    /** Returns whether the stored records are returned unchanged. */
    public boolean showsAll() {
        return language == null && fields == null && expansion.isEmpty();
    }

    /** Returns whether the bytes of the records in the response are the stored bytes. */
    public boolean isAsStored() {
        return format == Format.JSON && showsAll();
    }
}
