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
import org.startupatlas.http.problem.ProblemException;
import org.startupatlas.query.lookup.RecordLookup;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.search.text.LabelWords;

/**
 * An index of records, in a folder of its own. What is put in is found after {@link #refresh}, and is there when the
 * folder is opened again if it was {@linkplain #mark marked} and {@linkplain #keep kept}; nothing else is.
 */
final class RecordIndex implements Closeable {

    /** What is collected on the heap before it goes to the folder. */
    private static final int MEBIBYTES_IN_MEMORY = 32;

    private static final Logger LOG = Logger.getLogger(RecordIndex.class);

    /** As long as the database may take. */
    private static final long LONGEST_MILLIS = 1_000L * RecordLookup.QUERY_TIMEOUT_SECONDS;

    /** Something looked for. */
    interface Work<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    private final Path folder;
    private final DeferredSyncDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Vocabularies terms;
    private final LabelWords known = new LabelWords();

    private RecordIndex(Path folder, OpenMode mode, Vocabularies terms) throws IOException {
        this.folder = folder;
        this.terms = terms;
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

    /** Makes an empty one in a folder of its own. */
    static RecordIndex create(Path folder, Vocabularies terms) throws IOException {
        return new RecordIndex(folder, OpenMode.CREATE, terms);
    }

    /**
     * Opens the one that was kept in a folder.
     *
     * @throws IOException if there is none, or not all of it is as it was written
     */
    static RecordIndex open(Path folder, Vocabularies terms) throws IOException {
        RecordIndex index = new RecordIndex(folder, OpenMode.APPEND, terms);
        try {
            index.check();
            return index;
        } catch (IOException | RuntimeException | Error broken) {
            IOUtils.closeWhileHandlingException(index);
            throw broken;
        }
    }

    /** Reads everything once: half a second for a gigabyte that the machine has in memory. */
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
        // Nothing is left to its analyzer: records come with the terms of each field.
        return new IndexWriterConfig(new KeywordAnalyzer())
                .setRAMBufferSizeMB(MEBIBYTES_IN_MEMORY)
                .setCommitOnClose(false);
    }

    /** Puts in a record that is not there. */
    void add(ResourceSchema declaration, JsonNode record) throws IOException {
        put(declaration, record, writer::addDocument);
    }

    /** Puts in a record in place of what it was. */
    void replace(ResourceSchema declaration, JsonNode record) throws IOException {
        put(
                declaration,
                record,
                document -> writer.updateDocument(
                        DocumentMapper.key(
                                declaration.resource(), record.get("id").textValue()),
                        document));
    }

    /** What the writer does with a document. */
    private interface Put {
        void accept(Document document) throws IOException;
    }

    /** One record that the index cannot take must not keep all others from being found. */
    private void put(ResourceSchema declaration, JsonNode record, Put put) throws IOException {
        try {
            put.accept(DocumentMapper.of(declaration, record, terms, known));
        } catch (IllegalArgumentException refused) {
            LOG.errorf(refused, "%s/%s cannot be found by words", declaration.resource(), record.get("id"));
        }
    }

    /** Takes a record out. */
    void remove(String resource, String id) throws IOException {
        writer.deleteDocuments(DocumentMapper.key(resource, id));
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

    /** What was written with it when it was kept last. */
    Map<String, String> stamp() {
        Map<String, String> entries = new HashMap<>();
        Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
        if (kept != null) {
            kept.forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        }
        return entries;
    }

    /** How many records are in it, and are not gone. */
    int size() {
        return writer.getDocStats().numDocs;
    }

    /** Marks what is in it now as what is to be kept. Nothing may be put in meanwhile; it does not wait for the disk. */
    void mark(Map<String, String> stamp) throws IOException {
        writer.setLiveCommitData(stamp.entrySet());
        writer.prepareCommit();
    }

    /** Keeps what was marked, whatever was put in since. Killed before the end of this, what was kept before is there. */
    void keep() throws IOException {
        directory.syncNow();
        writer.commit();
    }

    /** Closes it; who is searching in it goes on undisturbed, and what was not kept is gone. */
    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer, directory);
    }

    /** Closes it and takes it away. */
    void discard() throws IOException {
        try {
            close();
        } finally {
            IOUtils.rm(folder);
        }
    }
}
