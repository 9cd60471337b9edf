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

/** What the first of some queries finds that finds anything: the best first, among equals the shortest name. */
public final class TopHits {

    /** How many are found in all is nobody's question here, and counting would visit each. */
    private static final int NOT_COUNTED = 1;

    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(IndexFields.LENGTH, SortField.Type.INT),
            new SortField(IndexFields.ID, SortField.Type.STRING));

    /**
     * A record that was found.
     *
     * @param document its number in the index
     * @param score how well it fits, comparable within one query only
     */
    public record Hit(int document, String resource, String id, float score) {}

    private final IndexSearcher searcher;
    private final List<Query> queries;
    private int attempt;
    private boolean decided;

    /**
     * What the first of these queries finds that finds anything.
     *
     * @param queries the strictest first
     */
    public TopHits(IndexSearcher searcher, List<Query> queries) {
        this.searcher = searcher;
        this.queries = List.copyOf(queries);
    }

    /** Which of the queries has found what was last told, from 0. */
    public int attempt() {
        return attempt;
    }

    /** The best, at most so many. */
    public List<Hit> best(int most) throws IOException {
        List<Hit> hits = best(queries.get(attempt), most);
        while (!decided && hits.isEmpty() && attempt + 1 < queries.size()) {
            attempt++;
            hits = best(queries.get(attempt), most);
        }
        decided = true;
        return hits;
    }

    /**
     * The best, at most so many, of those that the filters let through. Which of the queries counts does not depend on
     * them, or a filter would find what it leaves out.
     */
    List<Hit> best(int most, List<Query> filters) throws IOException {
        return filters.isEmpty() ? best(most) : best(filtered(filters), most);
    }

    /** All that the filters let through, in no order. */
    FoundIds all(List<Query> filters) throws IOException {
        return FoundIds.of(searcher, filtered(filters));
    }

    private Query filtered(List<Query> filters) throws IOException {
        if (!decided) {
            best(1);
        }
        BooleanQuery.Builder filtered = new BooleanQuery.Builder().add(queries.get(attempt), Occur.MUST);
        filters.forEach(filter -> filtered.add(filter, Occur.FILTER));
        return filtered.build();
    }

    private List<Hit> best(Query query, int most) throws IOException {
        int least = Math.max(1, Math.min(most, searcher.getIndexReader().maxDoc()));
        ScoreDoc[] best =
                searcher.search(query, new TopFieldCollectorManager(BEST_FIRST, least, null, NOT_COUNTED)).scoreDocs;
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
