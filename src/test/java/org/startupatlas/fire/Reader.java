package org.startupatlas.fire;

import java.util.Map;

/** A client that keeps a copy. */
interface Reader {

    /** Reads until its progress is over. */
    void run() throws InterruptedException;

    Progress progress();

    /** What it has, when it has ended. */
    Map<String, String> copy();
}
