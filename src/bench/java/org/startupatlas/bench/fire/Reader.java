package org.startupatlas.bench.fire;

import java.util.Map;

/** A client that keeps a copy. */
abstract class Reader {

    /** Returns the progress. */
    final Progress progress = new Progress();

    /** Returns the copy. */
    Copy copy = Copy.fromBeginning();

    /** Reads until its progress is over. */
    abstract void run() throws InterruptedException;

    Progress progress() {
        return progress;
    }

    /** Returns the final copy. */
    Map<String, String> copy() {
        return copy.records();
    }
}
