package org.startupatlas.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.startupatlas.search.index.IndexFields;

/**
 * The best hits of the first of several queries that has any. Hits are sorted by score, then by the length of the name,
 * then by id.
 */
public final class TopHits {

    /** The total number of hits is not needed, and counting would visit each. */
    private static final int TOTAL_HITS_THRESHOLD = 1;

    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(IndexFields.LENGTH, SortField.Type.INT),
            new SortField(IndexFields.ID, SortField.Type.STRING));

    /**
     * A hit.
     *
     * @param document the Lucene document number
     * @param score the score, comparable within one query only
     */
    public record Hit(int document, String resource, String id, float score) {}

    private final IndexSearcher searcher;
    private final List<Query> queries;
    private int queryIndex;
    private boolean isQueryChosen;

    /**
     * Creates the hits of the first query that has any.
     *
     * @param queries the strictest first
     */
    public TopHits(IndexSearcher searcher, List<Query> queries) {
        this.searcher = searcher;
        this.queries = List.copyOf(queries);
    }

    /** Returns the index of the query that produced the latest hits. */
    public int queryIndex() {
        return queryIndex;
    }

    /** Returns the best hits, at most {@code max}. */
    public List<Hit> best(int max) throws IOException {
        List<Hit> hits = best(queries.get(queryIndex), max);
        while (!isQueryChosen && hits.isEmpty() && queryIndex + 1 < queries.size()) {
            queryIndex++;
            hits = best(queries.get(queryIndex), max);
        }
        isQueryChosen = true;
        return hits;
    }

    /**
     * Returns the best hits that pass the filters, at most {@code max}. The filters do not influence which query is
     * used; otherwise a filter could add hits.
     */
    List<Hit> best(int max, List<Query> filters) throws IOException {
        return filters.isEmpty() ? best(max) : best(filtered(filters), max);
    }

    /** Returns all hits that pass the filters, in no order. */
    FoundIds all(List<Query> filters) throws IOException {
        return FoundIds.of(searcher, filtered(filters));
    }

    private Query filtered(List<Query> filters) throws IOException {
        if (!isQueryChosen) {
            best(1);
        }
        BooleanQuery.Builder filtered = new BooleanQuery.Builder().add(queries.get(queryIndex), Occur.MUST);
        filters.forEach(filter -> filtered.add(filter, Occur.FILTER));
        return filtered.build();
    }

    private List<Hit> best(Query query, int max) throws IOException {
        int size = Math.max(1, Math.min(max, searcher.getIndexReader().maxDoc()));
        ScoreDoc[] best = searcher.search(
                        query, new TopFieldCollectorManager(BEST_FIRST, size, null, TOTAL_HITS_THRESHOLD))
                .scoreDocs;
        List<Hit> hits = new ArrayList<>(best.length);
        for (ScoreDoc each : best) {
            hits.add(hit(each.doc, (Float) ((FieldDoc) each).fields[0]));
        }
        return hits;
    }

    private Hit hit(int document, float score) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return new Hit(
                document, value(leaf, IndexFields.RESOURCE, document), value(leaf, IndexFields.ID, document), score);
    }

    private static String value(LeafReaderContext leaf, String field, int document) throws IOException {
        SortedDocValues values = DocValues.getSorted(leaf.reader(), field);
        values.advanceExact(document - leaf.docBase);
        return values.lookupOrd(values.ordValue()).utf8ToString();
    }
}
