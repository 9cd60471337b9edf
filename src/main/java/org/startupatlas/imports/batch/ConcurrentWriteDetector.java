package org.startupatlas.imports.batch;

/**
 * Detects whether other clients write during an import, by counting the revisions of the log that are not its own.
 * Prefetched matches are valid as long as no other client has written since.
 */
public final class ConcurrentWriteDetector {

    /** The number is not known yet, or other clients are writing. */
    static final long UNKNOWN = -1;

    private long ownChanges;
    private long foreignRevisions = UNKNOWN;
    private boolean isQuiet;

    /** Adds a number of changes that the import itself has written. */
    public void addOwn(int changes) {
        ownChanges += changes;
    }

    /**
     * Returns the number of revisions of other clients as of the last check; {@link #UNKNOWN} while they write or may
     * write, so that prefetched matches would not stay valid.
     */
    public long foreignRevisions() {
        return isQuiet ? foreignRevisions : UNKNOWN;
    }

    /**
     * Checks whether other clients have written nothing since an earlier point.
     *
     * @param expected the {@link #foreignRevisions()} at that point
     * @param revision the latest revision of the log, as seen by the transaction that uses the prefetched matches
     */
    public boolean isUnchangedSince(long expected, long revision) {
        long current = revision - ownChanges;
        isQuiet = current == foreignRevisions;
        foreignRevisions = current;
        return expected == current;
    }
}
