package org.startupatlas.search.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jboss.logging.Logger;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.parameter.Violation;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.search.text.LabelWords;

/**
 * A Lucene index of records in a directory of its own. Added documents become searchable with {@link #refresh} and
 * durable with {@link #prepareCommit} followed by {@link #commit}.
 */
final class RecordIndex implements Closeable {

    /** The size of the write buffer on the heap. */
    private static final int WRITE_BUFFER_MEBIBYTES = 32;

    private static final Logger LOG = Logger.getLogger(RecordIndex.class);

    /** The same time limit as for database queries. */
    private static final long MAX_MILLIS = 1_000L * RecordLookup.QUERY_TIMEOUT_SECONDS;

    /** A search in an index. */
    interface Work<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    private final Path folder;
    private final DeferredSyncDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Vocabularies vocabularies;
    private final LabelWords labelWords = new LabelWords();

    private RecordIndex(Path folder, OpenMode mode, Vocabularies vocabularies) throws IOException {
        this.folder = folder;
        this.vocabularies = vocabularies;
        directory = new DeferredSyncDirectory(FSDirectory.open(folder));
        IndexWriter opened = null;
        try {
            opened = new IndexWriter(directory, configuration().setOpenMode(mode));
            searchers = new SearcherManager(opened, null);
            writer = opened;
        } catch (IOException | RuntimeException | Error failed) {
            IOUtils.closeWhileHandlingException(opened, directory);
            throw failed;
        }
    }

    /** Creates an empty index. */
    static RecordIndex create(Path folder, Vocabularies vocabularies) throws IOException {
        return new RecordIndex(folder, OpenMode.CREATE, vocabularies);
    }

    /**
     * Opens the committed index in a folder.
     *
     * @throws IOException if there is none, or its files are damaged
     */
    static RecordIndex open(Path folder, Vocabularies vocabularies) throws IOException {
        RecordIndex index = new RecordIndex(folder, OpenMode.APPEND, vocabularies);
        try {
            index.check();
            return index;
        } catch (IOException | RuntimeException | Error broken) {
            IOUtils.closeWhileHandlingException(index);
            throw broken;
        }
    }

    /**
     * Verifies the checksums of all files, which takes half a second per gigabyte if the files are in the page cache.
     */
    private void check() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                leaf.reader().checkIntegrity();
            }
        } finally {
            searchers.release(searcher);
        }
    }

    private static IndexWriterConfig configuration() {
        // The analyzer is unused: documents come with the terms of each field.
        return new IndexWriterConfig(new KeywordAnalyzer())
                .setRAMBufferSizeMB(WRITE_BUFFER_MEBIBYTES)
                .setCommitOnClose(false);
    }

    /** Adds a new record. */
    void add(ResourceSchema schema, JsonNode record) throws IOException {
        write(schema, record, writer::addDocument);
    }

    /** Replaces a record. */
    void replace(ResourceSchema schema, JsonNode record) throws IOException {
        write(
                schema,
                record,
                document -> writer.updateDocument(
                        DocumentMapper.key(schema.resource(), record.get("id").textValue()), document));
    }

    private interface DocumentWriter {
        void accept(Document document) throws IOException;
    }

    /** Indexes a record. A record that Lucene rejects is logged and skipped, so that all others stay searchable. */
    private void write(ResourceSchema schema, JsonNode record, DocumentWriter write) throws IOException {
        try {
            write.accept(DocumentMapper.of(schema, record, vocabularies, labelWords));
        } catch (IllegalArgumentException refused) {
            LOG.errorf(refused, "%s/%s cannot be indexed for search", schema.resource(), record.get("id"));
        }
    }

    void remove(String resource, String id) throws IOException {
        writer.deleteDocuments(DocumentMapper.key(resource, id));
    }

    /** Makes all changes searchable. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /**
     * Runs a search on the latest refreshed state.
     *
     * @throws RejectedException if it exceeds the time limit
     */
    <T> T search(Work<T> work) {
        try {
            IndexSearcher shared = searchers.acquire();
            try {
                IndexSearcher searcherWithTimeout = new IndexSearcher(shared.getIndexReader());
                searcherWithTimeout.setTimeout(new QueryTimeoutImpl(MAX_MILLIS));
                T result = work.with(searcherWithTimeout);
                if (searcherWithTimeout.timedOut()) {
                    throw RejectedException.of(ProblemKind.UNAVAILABLE, Violation.ofWhole("search-gave-up"));
                }
                return result;
            } finally {
                searchers.release(shared);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the search index cannot be read", unreadable);
        }
    }

    /** Returns the user data of the last commit. */
    Map<String, String> commitData() {
        Map<String, String> result = new HashMap<>();
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> result.put(entry.getKey(), entry.getValue()));
        }
        return result;
    }

    /** Returns the number of records, without deleted ones. */
    int size() {
        return writer.getDocStats().numDocs;
    }

    /** Prepares a commit of the current documents without waiting for the disk. No document may be added meanwhile. */
    void prepareCommit(Map<String, String> userData) throws IOException {
        writer.setLiveCommitData(userData.entrySet());
        writer.prepareCommit();
    }

    /**
     * Finishes the commit started by {@link #prepareCommit}; documents added since are not part of it. If the process
     * dies first, the previous commit stays valid.
     */
    void commit() throws IOException {
        directory.syncNow();
        writer.commit();
    }

    /** Closes the index; running searches are not disturbed, and uncommitted changes are lost. */
    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer, directory);
    }

    /** Closes the index and deletes its folder. */
    void discard() throws IOException {
        try {
            close();
        } finally {
            IOUtils.rm(folder);
        }
    }
}
