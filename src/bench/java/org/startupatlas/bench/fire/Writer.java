package org.startupatlas.bench.fire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A client that writes at random until enough was written, and records acknowledged writes. */
final class Writer {

    static final String STARTUPS = "startups";
    static final String PARTICIPATIONS = "participations";
    static final String FUNDING_ROUNDS = "funding_rounds";

    /** Statuses of writes that conflict with others: gone, moved, referenced, stale, or invalid. */
    private static final Set<Integer> REFUSALS = Set.of(308, 404, 409, 410, 412, 422);

    private final int number;
    private final int target;
    private final Random random;
    private final Api api;
    private final Journal journal;
    private final Pools pools;
    private final Records records;
    private final Sight sight;
    private int keys;

    Writer(int number, int target, Random random, Api api, Journal journal, Pools pools, List<String> programs) {
        this.number = number;
        this.target = target;
        this.random = random;
        this.api = api;
        this.journal = journal;
        this.pools = pools;
        this.records = new Records(random, programs);
        this.sight = new Sight(api);
    }

    void run() throws InterruptedException {
        while (journal.writes() < target) {
            write(random.nextInt(100));
        }
    }

    private void write(int choice) throws InterruptedException {
        if (choice < 30) {
            create("create startups", STARTUPS, records.startup(key()));
        } else if (choice < 38) {
            createFor(PARTICIPATIONS);
        } else if (choice < 46) {
            createFor(FUNDING_ROUNDS);
        } else if (choice < 66) {
            patch("patch startups", STARTUPS, records.change(key()));
        } else if (choice < 70) {
            patch("patch funding_rounds", FUNDING_ROUNDS, (ObjectNode) Json.read("{\"notes\":\"" + key() + "\"}"));
        } else if (choice < 75) {
            put();
        } else if (choice < 80) {
            patch("change slugs", STARTUPS, records.otherSlug());
        } else if (choice < 88) {
            merge();
        } else if (choice < 95) {
            delete(STARTUPS);
        } else {
            delete(random.nextBoolean() ? PARTICIPATIONS : FUNDING_ROUNDS);
        }
    }

    private void createFor(String resource) throws InterruptedException {
        Optional<String> startup = pools.startups().any(random);
        if (startup.isPresent()) {
            ObjectNode body = resource.equals(PARTICIPATIONS)
                    ? records.participation(key(), startup.get())
                    : records.fundingRound(key(), startup.get());
            create("create " + resource, resource, body);
        }
    }

    private void create(String kind, String resource, ObjectNode body) throws InterruptedException {
        String key = body.get("notes").textValue();
        Request request = Request.post("/v1/" + resource, body, key);
        Optional<CompletableFuture<Answer>> other =
                random.nextInt(20) == 0 ? Optional.of(api.begin(api.any(random), request)) : Optional.empty();
        Api.Reply reply = api.insist(request, random);
        if (isDone(kind, reply)) {
            long revision =
                    other.isEmpty() && reply.isCertain() ? reply.answer().revision() : 0;
            Acknowledged created = created(resource, key, reply.answer(), revision);
            journal.acknowledge(kind, created);
            pools.of(resource).add(created.id());
            if (revision > 0) {
                sight.check(reply.node(), created, random);
            }
            if (random.nextInt(10) == 0) {
                again(resource, key, api.insist(request, random).answer());
            }
        }
        if (other.isPresent()) {
            ended(other.get()).filter(Answer::isGood).ifPresent(answer -> again(resource, key, answer));
        }
    }

    private void again(String resource, String key, Answer answer) {
        if (answer.status() != 201) {
            throw new BrokenPromise("the same POST again: " + answer.status() + " " + answer.text());
        }
        journal.acknowledgeAgain(created(resource, key, answer, 0));
    }

    private static Optional<Answer> ended(CompletableFuture<Answer> answer) throws InterruptedException {
        try {
            return Optional.of(answer.get());
        } catch (ExecutionException lost) {
            if (lost.getCause() instanceof IOException) {
                return Optional.empty();
            }
            throw new BrokenPromise("a POST failed in no way of HTTP", lost);
        }
    }

    private static Acknowledged created(String resource, String key, Answer answer, long revision) {
        JsonNode record = answer.json();
        return new Acknowledged(
                "created", resource, record.get("id").textValue(), 1, revision, null, record.toString(), key);
    }

    private void patch(String kind, String resource, ObjectNode patch) throws InterruptedException {
        Optional<JsonNode> record = any(resource);
        if (record.isPresent()) {
            update(kind, resource, Request.patch(path(resource, record.get()), version(record.get()), patch));
        }
    }

    private void put() throws InterruptedException {
        Optional<JsonNode> record = any(STARTUPS);
        if (record.isPresent()) {
            ObjectNode body = record.get().deepCopy();
            body.put("name", "Fire again").put("notes", key());
            update("put startups", STARTUPS, Request.put(path(STARTUPS, record.get()), version(record.get()), body));
        }
    }

    private void update(String kind, String resource, Request request) throws InterruptedException {
        Api.Reply reply = api.insist(request, random);
        if (isDone(kind, reply)) {
            JsonNode record = reply.answer().json();
            Acknowledged updated = new Acknowledged(
                    "updated",
                    resource,
                    record.get("id").textValue(),
                    version(record),
                    reply.answer().revision(),
                    null,
                    record.toString(),
                    null);
            journal.acknowledge(kind, updated);
            sight.check(reply.node(), updated, random);
        }
    }

    private void merge() throws InterruptedException {
        Optional<JsonNode> survivor = any(STARTUPS);
        Optional<String> other = pools.startups().any(random);
        if (survivor.isEmpty() || other.isEmpty()) {
            return;
        }
        String key = key();
        Request request = Request.merge(path(STARTUPS, survivor.get()), version(survivor.get()), other.get(), key);
        Api.Reply reply = api.insist(request, random);
        if (isDone("merge startups", reply)) {
            JsonNode record = reply.answer().json();
            String into = record.get("id").textValue();
            long revision = reply.isCertain() ? reply.answer().revision() : 0;
            journal.acknowledge(
                    "merge startups",
                    new Acknowledged("merged", STARTUPS, other.get(), 0, revision, into, null, key),
                    new Acknowledged(null, STARTUPS, into, version(record), 0, null, record.toString(), null));
            pools.startups().remove(other.get());
        }
    }

    private void delete(String resource) throws InterruptedException {
        Optional<JsonNode> record = any(resource);
        if (record.isEmpty()) {
            return;
        }
        String id = record.get().get("id").textValue();
        int version = version(record.get());
        Api.Reply reply = api.insist(Request.delete(path(resource, record.get()), version), random);
        if (isDone("delete " + resource, reply)) {
            long revision = reply.answer().revision();
            journal.acknowledge(
                    "delete " + resource,
                    new Acknowledged("deleted", resource, id, version + 1, revision, null, null, null));
            pools.of(resource).remove(id);
        }
    }

    /** Reads a record from any node; removes missing records from the pool. */
    private Optional<JsonNode> any(String resource) throws InterruptedException {
        Optional<String> id = pools.of(resource).any(random);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Answer answer = api.insist(Request.get("/v1/" + resource + "/" + id.get()), random)
                .answer();
        if (answer.isGood()) {
            return Optional.of(answer.json());
        }
        if (answer.status() != 308 && answer.status() != 410) {
            throw new BrokenPromise(resource + "/" + id.get() + " was there: " + answer.status() + " " + answer.text());
        }
        pools.of(resource).remove(id.get());
        return Optional.empty();
    }

    /** Whether the write was applied; otherwise it was rejected because of a conflict. */
    private boolean isDone(String kind, Api.Reply reply) {
        Answer answer = reply.answer();
        if (answer.isGood()) {
            return true;
        }
        if (!REFUSALS.contains(answer.status())) {
            throw new BrokenPromise(kind + ": " + answer.status() + " " + answer.text());
        }
        journal.count(
                (reply.isCertain() ? "refused: " : "refused behind a lost answer: ") + kind + ", " + answer.status());
        return false;
    }

    private String key() {
        return "fire-" + number + "-" + keys++;
    }

    private static String path(String resource, JsonNode record) {
        return "/v1/" + resource + "/" + record.get("id").textValue();
    }

    private static int version(JsonNode record) {
        return record.get("version").intValue();
    }
}
