package org.startupatlas.network.model;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.startupatlas.changelog.RevisionTracker;
import org.startupatlas.changelog.read.ChangePage;
import org.startupatlas.changelog.read.ChangeReader;
import org.startupatlas.changelog.read.LoggedChange;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.query.parameter.PointInTime;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.query.snapshot.Snapshot;
import org.startupatlas.query.snapshot.SnapshotReader;
import org.startupatlas.schema.SchemaRegistry;

/**
 * The network of all records in memory. It is built at its first use; each later use applies the changes that the log
 * has since then.
 */
@Singleton
public final class NetworkModel {

    private static final Logger LOG = Logger.getLogger(NetworkModel.class);

    /** The network needs only the current records. */
    private static final ChangeReader.Parts PARTS = new ChangeReader.Parts(true, false, false);

    private static final ChangeReader.Parts NO_PARTS = new ChangeReader.Parts(false, false, false);

    /** A page of large records has a few megabytes. */
    private static final int PAGE_SIZE = 500;

    private final RevisionTracker revisions;
    private final ChangeReader log;
    private final SnapshotReader snapshots;
    private final SchemaRegistry schemas;
    private final ContributionReader contributions;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /** Replaced under the write lock; null before the first use. */
    private volatile Network network;

    /** The log that the network follows; null while that has no changes. */
    private String origin;

    NetworkModel(
            RevisionTracker revisions,
            ChangeReader log,
            SnapshotReader snapshots,
            SchemaRegistry schemas,
            ContributionReader contributions) {
        this.revisions = revisions;
        this.log = log;
        this.snapshots = snapshots;
        this.schemas = schemas;
        this.contributions = contributions;
    }

    /**
     * Runs a reader with the network at the revision that this node has reached, or a later one. The network does not
     * change while the reader runs, and must not be used afterwards.
     */
    public <T> T read(Function<Network, T> reader) {
        if (lock.getReadHoldCount() == 0) {
            // A reader within a reader has the same revision; waiting for the write lock, it would wait for itself.
            follow(revisions.revision());
        }
        lock.readLock().lock();
        try {
            return reader.apply(network);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void follow(long reached) {
        if (!hasReached(reached)) {
            buildOrUpdate(reached);
        }
    }

    private boolean hasReached(long revision) {
        Network current = network;
        return current != null && current.revision() >= revision;
    }

    /** One request reads the changes; concurrent requests wait for it. */
    private synchronized void buildOrUpdate(long reached) {
        if (hasReached(reached)) {
            return;
        }
        if (network == null || !Objects.equals(revisions.origin(), origin)) {
            build(reached);
            return;
        }
        try {
            applyChanges();
        } catch (RejectedException beyondLog) {
            // The database was restored to a state before the network's revision.
            LOG.warnf("the network is built anew, as the log has no revision %d", network.revision());
            build(revisionOfLog());
        }
    }

    /**
     * Reads all changes before it applies the first: the changes of one transaction can be on two pages, and no reader
     * may see only some of them.
     */
    private void applyChanges() {
        Map<RecordKey, Optional<Contribution>> changes = new HashMap<>();
        long position = network.revision();
        ChangePage page;
        do {
            page = log.readAfter(PointInTime.ofRevision("since", position), Optional.empty(), PARTS, PAGE_SIZE)
                    .page(PAGE_SIZE);
            page.changes().forEach(change -> addTo(changes, change));
            position = page.nextSince();
        } while (page.hasMore());
        update(network, changes, position);
    }

    private void addTo(Map<RecordKey, Optional<Contribution>> changes, LoggedChange change) {
        if (ContributionReader.RESOURCES.contains(change.resource())) {
            RecordKey key = new RecordKey(change.resource(), change.recordId());
            changes.put(key, Optional.ofNullable(change.document()).map(document -> contributions.read(key, document)));
        }
    }

    private void build(long revision) {
        Map<RecordKey, Optional<Contribution>> all = new HashMap<>();
        for (String resource : ContributionReader.RESOURCES) {
            Snapshot snapshot = snapshots.openAt(schemas.get(resource), revision);
            for (List<StoredRecord> batch = snapshot.next(); !batch.isEmpty(); batch = snapshot.next()) {
                for (StoredRecord record : batch) {
                    RecordKey key = new RecordKey(resource, record.id().toString());
                    all.put(key, Optional.of(contributions.read(key, record.json())));
                }
            }
        }
        origin = revisions.origin();
        update(new Network(), all, revision);
    }

    private long revisionOfLog() {
        return log.readAfter(PointInTime.ofRevision("since", 0), Optional.empty(), NO_PARTS, 1)
                .revision();
    }

    private void update(Network target, Map<RecordKey, Optional<Contribution>> changes, long revision) {
        lock.writeLock().lock();
        try {
            target.apply(changes, revision);
            network = target;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
