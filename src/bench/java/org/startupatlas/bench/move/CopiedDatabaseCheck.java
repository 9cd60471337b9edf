package org.startupatlas.bench.move;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.IOUtils;
import org.startupatlas.ResourceCatalog;
import org.startupatlas.bench.fire.BrokenPromise;
import org.startupatlas.bench.fire.Node;
import org.startupatlas.bench.fire.Postgresql;
import org.startupatlas.dbcopy.Written;
import org.startupatlas.schema.ResourceSchema;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.TestKeys;
import org.startupatlas.testing.Writes;

/**
 * Copies a database with the built products: fills a node on H2, copies its file into an empty PostgreSQL with the
 * command {@code move}, and compares the responses of nodes on both. A difference ends the program with exit code 1;
 * {@code src/bench/move} runs it.
 */
public final class CopiedDatabaseCheck {

    private static final List<String> PATHS = List.of(
            "/",
            "/v1",
            "/v1/meta",
            "/v1/changes?since=0&limit=1000",
            "/v1/changes?since=600",
            "/v1/changes?since=0&resource=startups&sectors=fintech",
            "/v1/changes?since=0&format=ndjson",
            "/v1/search?q=casablanca",
            "/v1/search?q=tech&limit=200",
            "/v1/search?q=%D8%B3%D9%88%D9%82",
            "/v1/search?q=cloudfrett",
            "/v1/suggest?q=te&limit=20",
            "/v1/startups?q=kept",
            "/v1/startups?q=digital&limit=200&sort=name",
            "/v1/startups?name__starts=kept",
            "/v1/startups?limit=7&sort=-founded_year,name",
            "/v1/startups?limit=50&facets=sectors,stage,country&total=true",
            "/v1/startups?expand=programs,funding_rounds.investors,counts,funding_totals",
            "/v1/startups?sector=fintech",
            "/v1/startups/none-of-that-name",
            "/v1/startups/kept-souk/versions/99",
            "/v1/startups/kept-souk?as_of=100",
            "/v1/startups/kept-souk?lang=fr&expand=funding_rounds",
            "/v1/programs?countries=MA&sort=name",
            "/v1/partners?types=government&format=csv",
            "/v1/countries?format=geojson",
            "/v1/countries/MA/partners",
            "/v1/indicators?expand=trajectory,live",
            "/v1/stats/startups?group_by=sectors,country",
            "/v1/stats/funding_rounds?group_by=date__year&metrics=count,amount__sum,amount__median",
            "/v1/stats/partners?group_by=types&lang=ar");

    private final Comparison comparison;
    private final Written written;

    private CopiedDatabaseCheck(Comparison comparison, Written written) {
        this.comparison = comparison;
        this.written = written;
    }

    /** Arguments: the folders of the product for H2 and for PostgreSQL, and an empty folder to work in. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        boolean alike = true;
        try {
            move(
                    Path.of(arguments[0]),
                    Path.of(arguments[1]),
                    Files.createDirectories(Path.of(arguments[2]).toAbsolutePath()));
        } catch (BrokenPromise broken) {
            System.err.println("move: " + broken.getMessage());
            alike = false;
        }
        // The JDK's HTTP clients and PostgreSQL's helpers leave threads running.
        System.exit(alike ? 0 : 1);
    }

    private static void move(Path h2, Path postgresql, Path folder)
            throws IOException, InterruptedException, SQLException {
        Written written = ReleasedDatabase.make(h2, folder);
        try (Postgresql server = new Postgresql(folder)) {
            Map<String, String> settings = new HashMap<>(server.settings());
            settings.put("ATLAS_ADMIN_KEY", TestKeys.ADMIN);
            Node file = new Node("file", h2, folder, ReleasedDatabase.settings(folder));
            Node moved = new Node("moved", postgresql, folder, settings);
            try {
                file.start();
                expect(1, "is in use", moved.run("move", folder.toString()));
                file.kill(); // the file was not closed
                expect(0, "Moved ", moved.run("move", folder.toString()));
                expect(1, "was moved already", moved.run("move", folder.toString()));
                // Scores include deleted documents until they are merged away, so both nodes build their index anew.
                IOUtils.rm(folder.resolve("search"));
                file.start();
                moved.start();
                file.awaitReady();
                moved.awaitReady();
                Comparison comparison = new Comparison(file.address(), moved.address());
                new CopiedDatabaseCheck(comparison, written).compare();
                compareWrites(file, moved);
                System.out.printf(
                        "move: %d answers are alike, by status %s%n", comparison.compared(), comparison.statuses());
            } finally {
                file.kill();
                moved.kill();
            }
        }
    }

    private static void expect(int code, String words, Node.Ended ended) {
        System.out.print(ended.output());
        if (ended.code() != code || !ended.output().contains(words)) {
            throw new BrokenPromise("the command ended with " + ended.code() + ", or did not say: " + words);
        }
    }

    private void compare() throws IOException, InterruptedException {
        for (String path : PATHS) {
            comparison.compareAll(path);
        }
        for (ResourceSchema schema : ResourceCatalog.SCHEMAS) {
            compare("/v1/" + schema.resource());
        }
        for (String name : List.of(
                written.changed(),
                written.merged(),
                written.deleted(),
                "kept-bazaar",
                "kept-ruin",
                Written.FORMER_SLUG)) {
            compareRecord("/v1/startups/" + name);
        }
    }

    private void compare(String list) throws IOException, InterruptedException {
        for (String format : List.of("json", "csv", "ndjson")) {
            comparison.compareAll(list + "?limit=100&format=" + format);
        }
        comparison.compareAll(list + "?limit=13&total=true&lang=ar");
        for (String id : comparison.values(list + "?limit=25&fields=id", "id")) {
            compareRecord(list + "/" + id);
        }
    }

    private void compareRecord(String path) throws IOException, InterruptedException {
        for (String question : List.of("", "/history", "/versions/1", "?as_of=620")) {
            comparison.compareAll(path + question);
        }
    }

    /**
     * Checks that an idempotency key of before the copy is known, the API key works, and the next revisions are equal.
     */
    private static void compareWrites(Node file, Node moved) {
        String first = written(file);
        String second = written(moved);
        if (!first.equals(second)) {
            throw new BrokenPromise("writes go on differently: " + first + "; " + second);
        }
    }

    private static String written(Node node) {
        RestAssured.baseURI = node.address().toString();
        Response retried = Written.retry();
        String keys = TestKeys.asAdmin().get("/v1/keys").asString();
        Response next = Writes.post(201, "/v1/startups", "{\"name\":\"Next\"}");
        return retried.asString()
                + keys
                + next.header("Atlas-Revision")
                + Atlas.tree("/v1/startups/next/history").at("/data/0/revision");
    }
}
