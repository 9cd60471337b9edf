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
import org.startupatlas.schema.Vocabularies;
import org.startupatlas.search.index.ChangeApplier.State;

/** The index that this node, or one before it, has kept: taken up where it is proven to be one of this very log. */
@Singleton
final class SavedIndex {

    private static final Logger LOG = Logger.getLogger(SavedIndex.class);

    /**
     * On two cores following 10,000 changes takes as long as building 34,000 records: the log is read and indexed by one
     * thread, and each record is also taken out as it was before.
     */
    private static final int RECORDS_PER_CHANGE = 3;

    /** So few are followed in a second or two, however small the index is. */
    private static final int FEW = 5_000;

    private final IndexDirectory home;
    private final ChangeReader log;
    private final RevisionTracker watch;
    private final Vocabularies terms;

    SavedIndex(IndexDirectory home, ChangeReader log, RevisionTracker watch, Vocabularies terms) {
        this.home = home;
        this.log = log;
        this.watch = watch;
        this.terms = terms;
    }

    /** Takes it up as it was kept; empty if there is none that is of use. All others are taken away. */
    Optional<State> takeUp() throws IOException {
        Optional<State> taken = Optional.empty();
        Iterator<Path> folders = home.folders().iterator();
        while (folders.hasNext() && taken.isEmpty()) {
            Path folder = folders.next();
            taken = takeUp(folder);
            if (taken.isEmpty()) {
                IOUtils.rm(folder);
            }
        }
        while (folders.hasNext()) {
            IOUtils.rm(folders.next());
        }
        return taken;
    }

    private Optional<State> takeUp(Path folder) throws IOException {
        RecordIndex index;
        try {
            index = RecordIndex.open(folder, terms);
        } catch (IOException | IllegalArgumentException broken) {
            LOG.infof("the index in %s is not whole (%s); building another", folder, broken);
            return Optional.empty();
        }
        try {
            Optional<State> state = CommitMetadata.of(index.stamp()).flatMap(stamp -> prove(index, stamp));
            if (state.isEmpty()) {
                LOG.infof("the index in %s is of another version or log, or too old; building another", folder);
                index.close();
            }
            return state;
        } catch (RuntimeException | Error failed) {
            IOUtils.closeWhileHandlingException(index);
            throw failed;
        }
    }

    private Optional<State> prove(RecordIndex index, CommitMetadata stamp) {
        LogPosition place = stamp.place();
        boolean isOfThisLog = log.at(place.revision())
                .map(LogPosition::of)
                .filter(place::equals)
                .isPresent();
        long behind = watch.revision() - place.revision();
        return isOfThisLog && behind <= Math.max(FEW, index.size() / RECORDS_PER_CHANGE)
                ? Optional.of(new State(index, place, stamp.knowsLabels()))
                : Optional.empty();
    }
}
