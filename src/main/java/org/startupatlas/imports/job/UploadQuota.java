package org.startupatlas.imports.job;

/** Counts the files of a node that are being sent, wait or are read in, and their bytes; there is room for so many. */
public final class UploadQuota {

    private final int mostFiles;
    private final long mostBytes;
    private int files;
    private long bytes;

    UploadQuota(int mostFiles, long mostBytes) {
        this.mostFiles = mostFiles;
        this.mostBytes = mostBytes;
    }

    /** There is no room for a file, or for more of it; later there may be. */
    public static final class Full extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** How many bytes one file may have, were it the only one. */
    long mostBytes() {
        return mostBytes;
    }

    /**
     * Takes a place for a file that is about to come.
     *
     * @param announced how many bytes it is said to have; 0 where nothing is said
     */
    synchronized void takePlace(long announced) throws Full {
        if (files >= mostFiles || bytes + announced > mostBytes) {
            throw new Full();
        }
        files++;
    }

    /** Takes room for more of a file that has a place. */
    synchronized void takeRoom(long more) throws Full {
        if (bytes + more > mostBytes) {
            throw new Full();
        }
        bytes += more;
    }

    /** Takes place and room for a file that is there already, whether there is any or not. */
    synchronized void takeOver(long size) {
        files++;
        bytes += size;
    }

    /** Gives up the place and the room of a file. */
    synchronized void giveUp(long size) {
        files--;
        bytes -= size;
    }
}
