package org.startupatlas.imports.job;

/** Limits the number of uploaded files of a node and their bytes; files being received, queued and imported count. */
public final class UploadQuota {

    private final int maxFiles;
    private final long maxBytes;
    private int files;
    private long bytes;

    UploadQuota(int maxFiles, long maxBytes) {
        this.maxFiles = maxFiles;
        this.maxBytes = maxBytes;
    }

    /** The quota has no room for a file, or for more bytes of it; it may have later. */
    public static final class QuotaExceededException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    long maxBytes() {
        return maxBytes;
    }

    /**
     * Reserves a place for a file before it is received.
     *
     * @param contentLength the announced length in bytes, for which there must be room; 0 if unknown
     */
    synchronized void reserveFile(long contentLength) throws QuotaExceededException {
        if (files >= maxFiles || bytes + contentLength > maxBytes) {
            throw new QuotaExceededException();
        }
        files++;
    }

    /** Reserves room for more bytes of a file that has a place. */
    synchronized void reserveBytes(long more) throws QuotaExceededException {
        if (bytes + more > maxBytes) {
            throw new QuotaExceededException();
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
