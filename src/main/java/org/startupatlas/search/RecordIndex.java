package org.startupatlas.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jboss.logging.Logger;
import org.startupatlas.http.ProblemException;
import org.startupatlas.query.Declaration;
import org.startupatlas.query.Language;
import org.startupatlas.query.RecordReader;
import org.startupatlas.query.Terms;

/**
 * An index of records, in a folder of its own that goes when it is closed: the database has all that is in it. What is
 * put in is found after {@link #refresh}.
 */
final class RecordIndex implements Closeable {

    /** What is collected on the heap before it goes to the folder. */
    private static final int MEBIBYTES_IN_MEMORY = 32;

    private static final Logger LOG = Logger.getLogger(RecordIndex.class);

    /** As long as the database may take. */
    private static final long LONGEST_MILLIS = 1_000L * RecordReader.LONGEST_SECONDS;

    /** Something looked for. */
    interface Work<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Terms terms;

    /** Makes an empty one. */
    RecordIndex(Terms terms) {
        this.terms = terms;
        try {
            folder = IndexFolder.make();
            directory = FSDirectory.open(folder);
            writer = new IndexWriter(directory, configuration());
            searchers = new SearcherManager(writer, null);
        } catch (IOException noFolder) {
            throw new UncheckedIOException("the index of the search has no folder", noFolder);
        }
    }

    private static IndexWriterConfig configuration() {
        Map<String, Analyzer> analyzers = new HashMap<>();
        analyzers.put(IndexFields.NAME, Analysis.NAMES);
        analyzers.put(IndexFields.OTHER_NAME, Analysis.NAMES);
        for (Language language : Language.values()) {
            analyzers.put(IndexFields.text(language), Analysis.of(language));
        }
        return new IndexWriterConfig(new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), analyzers))
                .setRAMBufferSizeMB(MEBIBYTES_IN_MEMORY)
                .setCommitOnClose(false);
    }

    /** Puts in a record that is not there. */
    void add(Declaration declaration, JsonNode record) throws IOException {
        put(declaration, record, writer::addDocument);
    }

    /** Puts in a record in place of what it was. */
    void replace(Declaration declaration, JsonNode record) throws IOException {
        put(
                declaration,
                record,
                document -> writer.updateDocument(
                        IndexedRecord.key(
                                declaration.resource(), record.get("id").textValue()),
                        document));
    }

    /** What the writer does with a document. */
    private interface Put {
        void accept(Document document) throws IOException;
    }

    /** One record that the index cannot take must not keep all others from being found. */
    private void put(Declaration declaration, JsonNode record, Put put) throws IOException {
        try {
            put.accept(IndexedRecord.of(declaration, record, terms));
        } catch (IllegalArgumentException refused) {
            LOG.errorf(refused, "%s/%s cannot be found by words", declaration.resource(), record.get("id"));
        }
    }

    /** Takes a record out. */
    void remove(String resource, String id) throws IOException {
        writer.deleteDocuments(IndexedRecord.key(resource, id));
    }

    /** Lets all that was put in be found. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /**
     * Does something with the index as it is now.
     *
     * @throws ProblemException if it takes too long
     */
    <T> T search(Work<T> work) {
        try {
            IndexSearcher shared = searchers.acquire();
            try {
                IndexSearcher own = new IndexSearcher(shared.getIndexReader());
                own.setTimeout(new QueryTimeoutImpl(LONGEST_MILLIS));
                T result = work.with(own);
                if (own.timedOut()) {
                    throw ProblemException.searchGaveUp();
                }
                return result;
            } finally {
                searchers.release(shared);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the index of the search cannot be read", unreadable);
        }
    }

    /** Closes it; who is searching in it goes on undisturbed. */
    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer, directory);
        IOUtils.rm(folder);
    }
}
