package org.startupatlas.query;

import java.util.List;
import java.util.Optional;

/**
 * A request for records, read and checked.
 *
 * @param declaration the resource asked
 * @param condition what a record must satisfy
 * @param words what a record must be found by, or null
 * @param sort the order, before the id; none where words were asked for means the best first
 * @param limit at most so many records
 * @param cursor where to go on, or null for the first page
 * @param fields the dotted names of the fields to show, or null for all
 * @param expansion what to expand
 * @param language the language to show texts in, or null for all three
 * @param format of the answer
 * @param total whether to count all records that satisfy the condition
 * @param facets what to count the values of
 * @param omitted what to count where the first page is empty
 * @param fingerprint short hash of the resource, the condition and the sort
 * @param asOf the moment as of which a single record is shown, or null for now
 */
public record Query(
        Declaration declaration,
        Condition condition,
        String words,
        List<Sort> sort,
        int limit,
        Cursor cursor,
        List<String> fields,
        Expansion expansion,
        Language language,
        Format format,
        boolean total,
        List<Facet> facets,
        List<OmittedFilter> omitted,
        String fingerprint,
        Moment asOf) {

    public Query {
        sort = List.copyOf(sort);
        facets = List.copyOf(facets);
        omitted = List.copyOf(omitted);
        fields = fields == null ? null : List.copyOf(fields);
    }

    /** The fields to show; empty for all. */
    public Optional<List<String>> shownFields() {
        return Optional.ofNullable(fields);
    }

    /** Whether the feed can be asked the same: it has no order but its own, and knows each record by itself only. */
    public boolean canBeFollowed() {
        return sort.isEmpty() && words == null && Conditions.isOwn(condition);
    }

    /** Whether the records come in the order of how well they fit the words. */
    public boolean isRanked() {
        return words != null && sort.isEmpty();
    }

    /** The same, of these records only, wherever records are counted too. */
    Query among(List<Object> ids) {
        Condition among = new Condition.Among(ids, declaration.hasWordsAsIds());
        List<Facet> facetsAmong = facets.stream()
                .map(facet -> new Facet(facet.path(), facet.condition().and(among)))
                .toList();
        return new Query(
                declaration,
                condition.and(among),
                words,
                sort,
                limit,
                cursor,
                fields,
                expansion,
                language,
                format,
                total,
                facetsAmong,
                omitted,
                fingerprint,
                asOf);
    }

    /** Whether anything is counted beside the page, of which the page must be a part. */
    boolean counts() {
        return total || !facets.isEmpty();
    }

    /** Whether this is the first page of an answer that can say why the page is empty. */
    boolean tellsWhyEmpty() {
        return cursor == null && format.hasFrame();
    }

    /** Whether records are shown whole, as they are stored. */
    public boolean showsAll() {
        return language == null && fields == null && expansion.isEmpty();
    }

    /** Whether the bytes of records are those that are stored. */
    public boolean isAsStored() {
        return format == Format.JSON && showsAll();
    }
}
