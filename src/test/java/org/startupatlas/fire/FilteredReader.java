package org.startupatlas.fire;

import java.util.Map;
import java.util.Random;

/** Keeps only the startups that operate, by the filtered feed from the beginning of the log. */
final class FilteredReader implements Reader {

    static final String FILTER = "status=active";

    private final Api api;
    private final Random random;
    private final Progress progress = new Progress();
    private final Copy copy = Copy.fromBeginning();

    FilteredReader(Api api, Random random) {
        this.api = api;
        this.random = random;
    }

    @Override
    public void run() throws InterruptedException {
        new Following(api, random, progress).follow("/v1/changes?since=0&limit=50&resource=startups&" + FILTER, copy);
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Map<String, String> copy() {
        return copy.records();
    }

    @Override
    public String toString() {
        return "the reader of the filtered feed";
    }
}
