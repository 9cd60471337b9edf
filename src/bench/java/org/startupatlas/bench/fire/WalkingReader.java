package org.startupatlas.bench.fire;

import java.util.Random;

/** Copies all startups page by page, then follows the feed that the pages name. */
final class WalkingReader extends Reader {

    private final Api api;
    private final Random random;
    private final Journal journal;
    private final int beginAt;

    /**
     * @param beginAt the walk begins when so many writes were made, so that there is something to walk and more comes
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
