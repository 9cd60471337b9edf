package org.startupatlas.bench.fire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Random;

/** Follows the feed by its links, and waits for the next revision where it ends. */
final class Following {

    private final Api api;
    private final Random random;
    private final Progress progress;

    Following(Api api, Random random, Progress progress) {
        this.api = api;
        this.random = random;
        this.progress = progress;
    }

    /** Keeps the copy from that link on. */
    void follow(String link, Copy copy) throws InterruptedException {
        String next = link;
        while (!progress.isOver()) {
            Answer page = api.read(next, random);
            JsonNode body = page.json();
            body.get("data").forEach(change -> copy.apply(LogEntry.of(change)));
            long reached = body.at("/page/next_since").longValue();
            boolean hasMore = body.at("/page/has_more").booleanValue();
            progress.reach(reached);
            next = page.link(hasMore ? "next" : "sync")
                    .orElseThrow(() -> new BrokenPromise("a page of the feed leads nowhere: " + page));
            if (!hasMore) {
                awaitBehind(reached);
            }
        }
    }

    /** Waits for the next revision at any node, which times out after two seconds. */
    private void awaitBehind(long revision) throws InterruptedException {
        try {
            api.once(
                    api.any(random),
                    Request.get("/v1/changes?limit=1&since=" + revision + "&min_revision=" + (revision + 1)));
        } catch (IOException nodeIsDown) {
            // Another node may have more.
        }
    }
}
