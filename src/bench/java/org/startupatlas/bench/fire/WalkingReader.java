package org.startupatlas.bench.fire;

import java.util.Random;

/** Copies all startups by page, then follows the feed linked from the pages. */
final class WalkingReader extends Reader {

    private final Api api;
    private final Random random;
    private final Journal journal;
    private final int beginAt;

    /**
     * @param beginAt the number of writes before the walk begins, so that there are records to walk and more follow
     */
    WalkingReader(Api api, Random random, Journal journal, int beginAt) {
        this.api = api;
        this.random = random;
        this.journal = journal;
        this.beginAt = beginAt;
    }

    @Override
    void run() throws InterruptedException {
        journal.awaitWrites(beginAt);
        Walk walk = Walk.of(api, Writer.STARTUPS, "?limit=10", random);
        copy = Copy.ofWalk(walk.records(), walk.revision());
        new Following(api, random, progress).follow(walk.sync(), copy);
    }

    @Override
    public String toString() {
        return "the reader that walks";
    }
}
