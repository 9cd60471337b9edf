package org.startupatlas.search.index;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.apache.lucene.util.IOUtils;
import org.jboss.logging.Logger;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.changelog.read.ChangeReader;
import org.startupatlas.schema.SchemaRegistry;
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.search.index.ChangeApplier.State;

/** Commits the index, and opens that of a previous process if it is proven to belong to the current log. */
@Singleton
final class SavedIndex {

    private static final Logger LOG = Logger.getLogger(SavedIndex.class);

    /**
     * On two cores, applying 10,000 changes takes as long as building 34,000 records: the log is read and indexed by
     * one thread, and the previous document of each record is also deleted.
     */
    private static final int RECORDS_PER_CHANGE = 3;

    /** This many changes are applied in a second or two, however small the index is. */
    private static final int MIN_CHANGES = 5_000;

    private final IndexDirectory indexDirectory;
    private final ChangeReader log;
    private final RevisionTracker revisionTracker;
    private final Vocabularies vocabularies;
    private final String schemas;

    SavedIndex(
            IndexDirectory indexDirectory,
            ChangeReader log,
            RevisionTracker revisionTracker,
            Vocabularies vocabularies,
            SchemaRegistry registry) {
        this.indexDirectory = indexDirectory;
        this.log = log;
        this.revisionTracker = revisionTracker;
        this.vocabularies = vocabularies;
        this.schemas = registry.fingerprint();
    }

    /** Opens the newest usable index and deletes all others; empty if there is none. */
    Optional<State> open() throws IOException {
        Optional<State> opened = Optional.empty();
        Iterator<Path> folders = indexDirectory.folders().iterator();
        while (folders.hasNext() && opened.isEmpty()) {
            Path folder = folders.next();
            opened = open(folder);
            if (opened.isEmpty()) {
                IOUtils.rm(folder);
            }
        }
        while (folders.hasNext()) {
            IOUtils.rm(folders.next());
        }
        return opened;
    }

    /** Prepares a commit of a state, with all that {@link #open} needs to know of it. */
    void prepareCommit(State state) throws IOException {
        state.index().prepareCommit(CommitMetadata.of(state).entries(schemas));
    }

    private Optional<State> open(Path folder) throws IOException {
        RecordIndex index;
        try {
            index = RecordIndex.open(folder, vocabularies);
        } catch (IOException | IllegalArgumentException broken) {
            LOG.infof("the search index in %s is incomplete or corrupt (%s); rebuilding", folder, broken);
            return Optional.empty();
        }
        try {
            Optional<State> state =
                    CommitMetadata.of(index.commitData(), schemas).flatMap(metadata -> verify(index, metadata));
            if (state.isEmpty()) {
                LOG.infof("the search index in %s is outdated, or of another version or log; rebuilding", folder);
                index.close();
            }
            return state;
        } catch (RuntimeException | Error failed) {
            IOUtils.closeWhileHandlingException(index);
            throw failed;
        }
    }

    private Optional<State> verify(RecordIndex index, CommitMetadata metadata) {
        LogPosition position = metadata.position();
        boolean isOfThisLog = log.at(position.revision())
                .map(LogPosition::of)
                .filter(position::equals)
                .isPresent();
        long changesBehind = revisionTracker.revision() - position.revision();
        return isOfThisLog && changesBehind <= Math.max(MIN_CHANGES, index.size() / RECORDS_PER_CHANGE)
                ? Optional.of(new State(index, position, metadata.knowsLabels()))
                : Optional.empty();
    }
}
