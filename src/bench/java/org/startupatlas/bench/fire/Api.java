package org.startupatlas.bench.fire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Sends requests to any node. */
final class Api {

    /** Nodes are down for seconds; a longer outage is a failure. */
    private static final Duration MAX_OUTAGE = Duration.ofMinutes(2);

    /** The pause between two attempts while a node restarts. */
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

    /** The result of a request. */
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
     * Sends a request to any node until there is a definite response.
     *
     * @return the response; uncertain if an earlier attempt may have been applied although its response was lost
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

    /** Reads an existing resource from any node. */
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
