package org.startupatlas.bench.fire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.schema.ResourceSchema;

/** Compares all data after the writers have ended. */
final class Verdict {

    private static final int LARGE_PAGE = 1_000;

    private final Api api;
    private final Nodes nodes;
    private final Random random;

    Verdict(Api api, Nodes nodes, Random random) {
        this.api = api;
        this.nodes = nodes;
        this.random = random;
    }

    /** The responses of the API, read before the node of an embedded database is stopped. */
    record Said(Map<String, String> lists, Map<String, String> active, Map<Node, List<LogEntry>> feeds) {}

    Said ask() throws IOException, InterruptedException {
        Map<String, String> lists = new TreeMap<>();
        for (ResourceSchema schema : ResourceCatalog.SCHEMAS) {
            lists.putAll(
                    Walk.of(api, schema.resource(), "?limit=200", random).records());
        }
        Map<Node, List<LogEntry>> feeds = new LinkedHashMap<>();
        for (Node node : nodes.all()) {
            feeds.put(node, feed(node));
        }
        String active = "?limit=200&" + FilteredReader.FILTER;
        return new Said(lists, Walk.of(api, Writer.STARTUPS, active, random).records(), feeds);
    }

    private List<LogEntry> feed(Node node) throws IOException, InterruptedException {
        List<LogEntry> log = new ArrayList<>();
        for (long since = 0; ; ) {
            JsonNode page = api.once(node, Request.get("/v1/changes?limit=" + LARGE_PAGE + "&since=" + since))
                    .json();
            page.get("data").forEach(change -> log.add(LogEntry.of(change)));
            since = page.at("/page/next_since").longValue();
            if (!page.at("/page/has_more").booleanValue()) {
                return log;
            }
        }
    }

    /** Checks that merged ids redirect to a record, and that others are gone. */
    void checkNamesOfTheGone(List<LogEntry> log) throws InterruptedException {
        for (LogEntry change : log) {
            if (change.record() == null) {
                checkGone(change);
            }
        }
    }

    private void checkGone(LogEntry end) throws InterruptedException {
        Answer answer = api.insist(Request.get("/v1/" + end.name()), random).answer();
        if (answer.status() == 308 && end.op().equals("merged")) {
            // One redirect is enough for a chain of merges, to a record that exists or was deleted since.
            String location = answer.location().orElseThrow();
            answer = api.insist(Request.get(location), random).answer();
            if (answer.status() == 200) {
                return;
            }
        }
        if (answer.status() != 410) {
            throw new BrokenPromise(end.name() + " was " + end.op() + " and answers " + answer.status());
        }
    }

    /** Compares the tables with the journal, the copies and the API. */
    static void check(Tables tables, Journal journal, Said said, List<Reader> readers) {
        Promises.logIsGapless(tables.head(), tables.log());
        Promises.versionsAreGapless(tables.log());
        Promises.rowsAreTheirLastChange(tables.log(), tables.rows());
        Promises.acknowledgedIsLogged(journal.acknowledged(), tables.log());
        Promises.keysMadeOneRecordEach(journal.acknowledged(), tables.log(), tables.keys());
        Promises.rowsMadeOneRecordEach(journal.imported(), tables.log());
        Promises.referencesLeadSomewhere(tables.records());
        said.feeds().forEach((node, feed) -> Promises.feedIsTheLog("the feed of " + node, feed, tables.log()));
        Promises.areEqual("the API", said.lists(), "the database", tables.records());
        Map<String, String> active = active(tables);
        Promises.areEqual("the filtered list", said.active(), "the database", active);
        Map<String, String> startups = tables.records(Writer.STARTUPS);
        for (Reader reader : readers) {
            Map<String, String> expected = reader instanceof FilteredReader
                    ? active
                    : reader instanceof WalkingReader ? startups : tables.records();
            Promises.areEqual(reader.toString(), reader.copy(), "the database", expected);
        }
    }

    private static Map<String, String> active(Tables tables) {
        Map<String, String> active = tables.records(Writer.STARTUPS);
        active.values()
                .removeIf(record -> !Json.read(record).path("status").asText().equals("active"));
        return active;
    }
}
