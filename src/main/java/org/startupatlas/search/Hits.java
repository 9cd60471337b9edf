package org.startupatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;

/** What a query finds in an index, the best first; among equals the shortest name, then the oldest record. */
final class Hits {

    /** How many are found in all is nobody's question here, and counting would visit each. */
    private static final int NOT_COUNTED = 1;

    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(IndexFields.LENGTH, SortField.Type.INT),
            new SortField(IndexFields.AGE, SortField.Type.LONG));

    /**
     * A record that was found.
     *
     * @param document its number in the index
     * @param score how well it fits, comparable within one query only
     */
    record Hit(int document, String resource, String id, float score) {}

    private final IndexSearcher searcher;
    private final List<Query> queries;
    private int attempt;

    /**
     * What the first of these queries finds that finds anything.
     *
     * @param queries the strictest first
     */
    Hits(IndexSearcher searcher, List<Query> queries) {
        this.searcher = searcher;
        this.queries = List.copyOf(queries);
    }

    /** Which of the queries has found what was last told, from 0. */
    int attempt() {
        return attempt;
    }

    /** The best, at most so many. */
    List<Hit> best(int most) throws IOException {
        List<Hit> hits = best(queries.get(attempt), most);
        while (hits.isEmpty() && attempt + 1 < queries.size()) {
            attempt++;
            hits = best(queries.get(attempt), most);
        }
        return hits;
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
        LeafReaderContext leaf = searcher.getIndexReader()
                .leaves()
                .get(ReaderUtil.subIndex(document, searcher.getIndexReader().leaves()));
        int inLeaf = document - leaf.docBase;
        SortedDocValues resources = DocValues.getSorted(leaf.reader(), IndexFields.RESOURCE);
        BinaryDocValues ids = DocValues.getBinary(leaf.reader(), IndexFields.ID);
        resources.advanceExact(inLeaf);
        ids.advanceExact(inLeaf);
        return new Hit(
                document,
                resources.lookupOrd(resources.ordValue()).utf8ToString(),
                ids.binaryValue().utf8ToString(),
                score);
    }

    /** The ids of all, in no order. */
    List<String> allIds() throws IOException {
        best(1); // which tells the attempt
        return searcher.search(queries.get(attempt), new Ids());
    }

    /** Collects ids, in each part of the index by itself. */
    private static final class Ids implements CollectorManager<IdCollector, List<String>> {

        @Override
        public IdCollector newCollector() {
            return new IdCollector();
        }

        @Override
        public List<String> reduce(Collection<IdCollector> collectors) {
            return collectors.stream()
                    .flatMap(collector -> collector.found.stream())
                    .toList();
        }
    }

    private static final class IdCollector extends SimpleCollector {

        private final List<String> found = new ArrayList<>();
        private BinaryDocValues ids;

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            ids = DocValues.getBinary(leaf.reader(), IndexFields.ID);
        }

        @Override
        public void collect(int document) throws IOException {
            ids.advanceExact(document);
            found.add(ids.binaryValue().utf8ToString());
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
