package org.startupatlas.imports.job;

import org.startupatlas.query.parameter.ProblemKind;
import org.startupatlas.query.parameter.RejectedException;

/** Limits the number of uploaded files of a node and their bytes; files being received, queued and imported count. */
final class UploadQuota {

    private final int maxFiles;
    private final long maxBytes;
    private int files;
    private long bytes;

    UploadQuota(int maxFiles, long maxBytes) {
        this.maxFiles = maxFiles;
        this.maxBytes = maxBytes;
    }

    long maxBytes() {
        return maxBytes;
    }

    /**
     * Reserves a place for a file before it is received.
     *
     * @param contentLength the announced length in bytes, for which there must be room; 0 if unknown
     * @throws RejectedException if there is no room; there may be later
     */
    synchronized void reserveFile(long contentLength) {
        if (files >= maxFiles || bytes + contentLength > maxBytes) {
            throw RejectedException.of(ProblemKind.TOO_MANY_IMPORTS);
        }
        files++;
    }

    /**
     * Reserves room for more bytes of a file that has a place.
     *
     * @throws RejectedException if there is no room; there may be later
     */
    synchronized void reserveBytes(long more) {
        if (bytes + more > maxBytes) {
            throw RejectedException.of(ProblemKind.TOO_MANY_IMPORTS);
        }
        bytes += more;
    }

    /** Counts a file that is on the disk already, even beyond the quota. */
    synchronized void adopt(long size) {
        files++;
        bytes += size;
    }

    /** Releases the place and the bytes of a file. */
    synchronized void release(long size) {
        files--;
        bytes -= size;
    }
}
