package org.startupatlas.bench.fire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** The API as its clients use it, whichever node they reach. */
final class Api {

    /** Nodes are down for seconds; a client that is not served for so long is not served at all. */
    private static final Duration MAX_OUTAGE = Duration.ofMinutes(2);

    /** Nothing tells a client that a node is back: it asks again. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Nodes nodes;
    private final Journal journal;

    Api(Nodes nodes, Journal journal) {
        this.nodes = nodes;
        this.journal = journal;
    }

    /** What a request came to. */
    record Reply(Answer answer, Node node, boolean isCertain) {}

    Node any(Random random) {
        return nodes.any(random);
    }

    /** Sends a request once, to one node; its answer may be lost. */
    Answer once(Node node, Request request) throws IOException, InterruptedException {
        return checked(request, Answer.of(http.send(request.to(node), HttpResponse.BodyHandlers.ofByteArray())));
    }

    /** Sends a request to one node without waiting for the answer. */
    CompletableFuture<Answer> begin(Node node, Request request) {
        return http.sendAsync(request.to(node), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Answer::of);
    }

    /** Opens a stream from one node. */
    HttpResponse<InputStream> open(Node node, Request request) throws IOException, InterruptedException {
        return http.send(request.to(node), HttpResponse.BodyHandlers.ofInputStream());
    }

    /**
     * Sends a request, to whichever node, until there is an answer that says something.
     *
     * @return the answer; certain, unless an earlier try may have been carried out although its answer was lost
     */
    Reply insist(Request request, Random random) throws InterruptedException {
        Instant end = Instant.now().plus(MAX_OUTAGE);
        boolean certain = true;
        while (true) {
            Node node = nodes.any(random);
            try {
                Answer answer = once(node, request);
                if (!answer.isToBeSentAgain()) {
                    return new Reply(answer, node, certain);
                }
                journal.count("answered 503, or 409 still running");
            } catch (IOException lost) {
                journal.count("tries without an answer");
            }
            certain = false;
            if (Instant.now().isAfter(end)) {
                throw new BrokenPromise("no answer for " + MAX_OUTAGE.toSeconds() + " s: " + request);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** Reads what must be there, from whichever node. */
    Answer read(String path, Random random) throws InterruptedException {
        Answer answer = insist(Request.get(path), random).answer();
        if (!answer.isGood()) {
            throw new BrokenPromise("GET " + path + ": " + answer.status() + " " + answer.text());
        }
        return answer;
    }

    private static Answer checked(Request request, Answer answer) {
        if (answer.status() == 500) {
            throw new BrokenPromise(request.method() + " " + request.path() + ": 500 " + answer.text());
        }
        return answer;
    }
}
