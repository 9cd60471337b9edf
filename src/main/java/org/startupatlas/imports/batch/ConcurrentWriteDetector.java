package org.startupatlas.imports.batch;

/**
 * Tells an import whether others write at the same time, by the revisions of the log that are not its own. What was found
 * out about the registry holds as long as nobody else has written since.
 */
public final class ConcurrentWriteDetector {

    /** Nobody knows yet. */
    static final long UNKNOWN = -1;

    private long ownChanges;
    private long foreignRevisions = UNKNOWN;
    private boolean isQuiet;

    /** The import has written so many changes. */
    public void addOwn(int changes) {
        ownChanges += changes;
    }

    /**
     * How much others have written, as far as this was noticed; {@link #UNKNOWN} while they write, or may do so, and
     * nothing that is found out would hold.
     */
    public long foreignRevisions() {
        return isQuiet ? foreignRevisions : UNKNOWN;
    }

    /**
     * Whether others have written nothing since they had written so much.
     *
     * @param revision the one that the log has reached, as the transaction sees it in which what was found out is used
     */
    public boolean isUnchangedSince(long expected, long revision) {
        long current = revision - ownChanges;
        isQuiet = current == foreignRevisions;
        foreignRevisions = current;
        return expected == current;
    }
}
