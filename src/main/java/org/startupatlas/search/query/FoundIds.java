package org.startupatlas.search.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;
import org.startupatlas.search.index.IndexFields;

/**
 * The ids of all records that a query finds, in no order: a bit for each record of the index is held, and an id is read
 * when it is asked for.
 */
final class FoundIds {

    private final List<LeafReaderContext> leaves;
    private final FixedBitSet documents;
    private LeafReaderContext leaf;
    private SortedDocValues ids;
    private int next;

    private FoundIds(List<LeafReaderContext> leaves, FixedBitSet documents) {
        this.leaves = leaves;
        this.documents = documents;
        this.next = behind(0);
    }

    static FoundIds of(IndexSearcher searcher, Query query) throws IOException {
        FixedBitSet documents =
                searcher.search(query, new Documents(searcher.getIndexReader().maxDoc()));
        return new FoundIds(searcher.getIndexReader().leaves(), documents);
    }

    private int behind(int document) {
        return document >= documents.length() ? DocIdSetIterator.NO_MORE_DOCS : documents.nextSetBit(document);
    }

    /** At most so many more; none when there are no more. */
    List<String> next(int most) {
        List<String> block = new ArrayList<>();
        try {
            while (block.size() < most && next != DocIdSetIterator.NO_MORE_DOCS) {
                block.add(id(next));
                next = behind(next + 1);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the index of the search cannot be read", unreadable);
        }
        return block;
    }

    private String id(int document) throws IOException {
        if (leaf == null || document >= leaf.docBase + leaf.reader().maxDoc()) {
            leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
            ids = DocValues.getSorted(leaf.reader(), IndexFields.ID);
        }
        ids.advanceExact(document - leaf.docBase);
        return ids.lookupOrd(ids.ordValue()).utf8ToString();
    }

    /** Collects which documents are found, in one set or in one for each thread. */
    private record Documents(int size) implements CollectorManager<DocumentCollector, FixedBitSet> {

        @Override
        public DocumentCollector newCollector() {
            return new DocumentCollector(size);
        }

        @Override
        public FixedBitSet reduce(Collection<DocumentCollector> collectors) {
            FixedBitSet all = new FixedBitSet(size);
            collectors.forEach(collector -> all.or(collector.found));
            return all;
        }
    }

    private static final class DocumentCollector extends SimpleCollector {

        private final FixedBitSet found;
        private int base;

        DocumentCollector(int size) {
            found = new FixedBitSet(size);
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) {
            base = leaf.docBase;
        }

        @Override
        public void collect(int document) {
            found.set(base + document);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
