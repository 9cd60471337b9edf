package org.startupatlas.bench.fire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A client that imports files until enough was written, and sends a file again if its node was killed. Each row must
 * create one record.
 */
final class Importer {

    static final String PARTNERS = "partners";

    /** Several batches, so that nodes are killed between two of them. */
    private static final int ROWS = 400;

    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private final int target;
    private final Random random;
    private final Api api;
    private final Journal journal;
    private int files;
    private int tries;

    Importer(int target, Random random, Api api, Journal journal) {
        this.target = target;
        this.random = random;
        this.api = api;
        this.journal = journal;
    }

    void run() throws InterruptedException {
        while (journal.writes() < target) {
            List<String> names = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                names.add("Imported under fire " + files + " row " + row + " end");
            }
            files++;
            importAll(names);
        }
    }

    private void importAll(List<String> names) throws InterruptedException {
        StringBuilder file = new StringBuilder("name,country\n");
        names.forEach(name -> file.append(name).append(",MA\n"));
        JsonNode job = awaitEnd(file.toString());
        while (job.get("state").textValue().equals("stopped")) {
            journal.count("imports stopped because their node was silent, and sent again");
            job = awaitEnd(file.toString());
        }
        JsonNode rows = job.get("rows");
        long written = rows.get("created").longValue() + rows.get("unchanged").longValue();
        if (!job.get("state").textValue().equals("done") || written != names.size()) {
            throw new BrokenPromise("an import of " + names.size() + " rows ended so: " + job);
        }
        journal.imported(names);
    }

    private JsonNode awaitEnd(String file) throws InterruptedException {
        Map<String, String> headers =
                Map.of("Content-Type", "text/csv", "Idempotency-Key", "import-" + files + "-" + tries++);
        Answer answer = api.insist(new Request("POST", "/v1/imports/" + PARTNERS, headers, file), random)
                .answer();
        if (answer.status() != 202) {
            throw new BrokenPromise("an import: " + answer.status() + " " + answer.text());
        }
        Request look = Request.get(answer.location().orElseThrow()).with("Authorization", "Bearer " + Node.KEY);
        JsonNode job = answer.json();
        while (job.get("ended_at").isNull()) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            job = api.insist(look, random).answer().json();
        }
        return job;
    }
}
