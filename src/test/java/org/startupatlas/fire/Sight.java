package org.startupatlas.fire;

import java.io.IOException;
import java.util.Random;

/** Holds nodes to what they say of the latest write: who took it shows it at once, the others when asked for it. */
final class Sight {

    /** One write in so many is looked at. */
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
