package org.startupatlas.bench.fire;

import java.io.IOException;
import java.util.Random;

/** Checks that a write is visible at once on its node, and on others with {@code min_revision}. */
final class Sight {

    /** One write in this many is checked. */
    private static final int EVERY = 8;

    private final Api api;

    Sight(Api api) {
        this.api = api;
    }

    void check(Node taker, Acknowledged write, Random random) throws InterruptedException {
        if (random.nextInt(EVERY) == 0) {
            String path = "/v1/" + write.resource() + "/" + write.id();
            check(taker, path, write);
            check(api.any(random), path + "?min_revision=" + write.revision(), write);
            if (write.resource().equals("startups")) {
                checkFound(taker, write);
                checkFound(api.any(random), write);
            }
        }
    }

    /** All startups under fire have the same first name. */
    private void checkFound(Node node, Acknowledged write) throws InterruptedException {
        String list = "/v1/startups?q=fire&sort=name&id=" + write.id() + "&min_revision=" + write.revision();
        try {
            Answer found = api.once(node, Request.get(list));
            boolean isThere =
                    api.once(node, Request.get("/v1/startups/" + write.id())).isGood();
            if (isThere
                    && found.status() != 503
                    && !(found.isGood() && found.json().get("data").size() == 1)) {
                throw new BrokenPromise(node + " does not find what was written: " + write + ": " + found.status() + " "
                        + found.text());
            }
        } catch (IOException nodeIsDown) {
            // the next write is checked by another thread
        }
    }

    private void check(Node node, String path, Acknowledged write) throws InterruptedException {
        Answer answer;
        try {
            answer = api.once(node, Request.get(path));
        } catch (IOException nodeIsDown) {
            return;
        }
        // Meanwhile others may have changed, merged or deleted it.
        boolean isGone = answer.status() == 410 || answer.status() == 308 || answer.status() == 503;
        if (!isGone && !(answer.isGood() && answer.json().get("version").intValue() >= write.version())) {
            throw new BrokenPromise(
                    node + " does not show what was written: " + write + ": " + answer.status() + " " + answer.text());
        }
    }
}
