package org.startupatlas.bench.fire;

import java.util.Random;

/** Keeps only the startups that operate, by the filtered feed from the beginning of the log. */
final class FilteredReader extends Reader {

    static final String FILTER = "status=active";

    private final Api api;
    private final Random random;

    FilteredReader(Api api, Random random) {
        this.api = api;
        this.random = random;
    }

    @Override
    void run() throws InterruptedException {
        new Following(api, random, progress).follow("/v1/changes?since=0&limit=50&resource=startups&" + FILTER, copy);
    }

    @Override
    public String toString() {
        return "the reader of the filtered feed";
    }
}
