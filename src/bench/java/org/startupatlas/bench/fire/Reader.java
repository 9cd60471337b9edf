package org.startupatlas.bench.fire;

import java.util.Map;

/** A client that keeps a copy. */
abstract class Reader {

    /** How far it has come. */
    final Progress progress = new Progress();

    /** What it keeps. */
    Copy copy = Copy.fromBeginning();

    /** Reads until its progress is over. */
    abstract void run() throws InterruptedException;

    Progress progress() {
        return progress;
    }

    /** What it has, when it has ended. */
    Map<String, String> copy() {
        return copy.records();
    }
}
