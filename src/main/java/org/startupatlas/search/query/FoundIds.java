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
 * The ids of all matches of a query, in no order. One bit per document of the index is held in memory, and an id is
 * read from doc values when it is requested.
 */
final class FoundIds {

    private final List<LeafReaderContext> leaves;
    private final FixedBitSet documents;
    private LeafReaderContext leaf;
    private SortedDocValues idValues;
    private int next;

    private FoundIds(List<LeafReaderContext> leaves, FixedBitSet documents) {
        this.leaves = leaves;
        this.documents = documents;
        this.next = nextMatch(0);
    }

    static FoundIds of(IndexSearcher searcher, Query query) throws IOException {
        FixedBitSet documents =
                searcher.search(query, new Documents(searcher.getIndexReader().maxDoc()));
        return new FoundIds(searcher.getIndexReader().leaves(), documents);
    }

    private int nextMatch(int document) {
        return document >= documents.length() ? DocIdSetIterator.NO_MORE_DOCS : documents.nextSetBit(document);
    }

    /** Returns up to {@code max} further ids; an empty list at the end. */
    List<String> next(int max) {
        List<String> ids = new ArrayList<>();
        try {
            while (ids.size() < max && next != DocIdSetIterator.NO_MORE_DOCS) {
                ids.add(id(next));
                next = nextMatch(next + 1);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the search index cannot be read", unreadable);
        }
        return ids;
    }

    private String id(int document) throws IOException {
        if (leaf == null || document >= leaf.docBase + leaf.reader().maxDoc()) {
            leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
            idValues = DocValues.getSorted(leaf.reader(), IndexFields.ID);
        }
        idValues.advanceExact(document - leaf.docBase);
        return idValues.lookupOrd(idValues.ordValue()).utf8ToString();
    }

    /** Collects the matching documents, in one bit set per thread, merged at the end. */
    private record Documents(int size) implements CollectorManager<DocumentCollector, FixedBitSet> {

        @Override
        public DocumentCollector newCollector() {
            return new DocumentCollector(size);
        }

        @Override
        public FixedBitSet reduce(Collection<DocumentCollector> collectors) {
            FixedBitSet all = new FixedBitSet(size);
            collectors.forEach(collector -> all.or(collector.matches));
            return all;
        }
    }

    private static final class DocumentCollector extends SimpleCollector {

        private final FixedBitSet matches;
        private int base;

        DocumentCollector(int size) {
            matches = new FixedBitSet(size);
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) {
            base = leaf.docBase;
        }

        @Override
        public void collect(int document) {
            matches.set(base + document);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
