package org.startupatlas.bench.fire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Tests consistency under failures: eight writers create, change, merge and delete at random and one imports files, while
 * three readers keep copies, nodes are killed and the database is restarted. The exit code is 1 unless all data agrees.
 */
public final class Fire {

    private static final int WRITERS = 8;

    /** The maximum delay of readers at the end. */
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);

    private final Options options;
    private final Database database;
    private final Nodes nodes;
    private final Journal journal = new Journal();
    private final Api api;
    private final List<Reader> readers = new ArrayList<>();
    private final StreamingReader stream;

    private Fire(Options options, Database database, Nodes nodes) {
        this.options = options;
        this.database = database;
        this.nodes = nodes;
        this.api = new Api(nodes, journal);
        this.stream = new StreamingReader(api, random(-1), journal);
        readers.add(stream);
        readers.add(new FilteredReader(api, random(-2)));
        readers.add(new WalkingReader(api, random(-3), journal, options.writes() / 4));
    }

    /** Runs as the arguments say; see {@link Options#USAGE}. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println("fire: " + wrong.getMessage() + "\n\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        requireEmpty(options);
        boolean kept = true;
        try (Database database = options.postgresql() ? new Postgresql(options.data()) : new H2File(options.data());
                Nodes nodes = new Nodes(options, database)) {
            new Fire(options, database, nodes).run();
        } catch (BrokenPromise broken) {
            System.err.println("fire: a promise is broken: " + broken.getMessage());
            if (broken.getCause() != null) {
                broken.getCause().printStackTrace();
            }
            kept = false;
        }
        // The JDK's HTTP clients and PostgreSQL's helpers leave threads running.
        System.exit(kept ? 0 : 1);
    }

    private static void requireEmpty(Options options) throws IOException {
        Files.createDirectories(options.data());
        try (Stream<Path> files = Files.list(options.data())) {
            if (files.findAny().isPresent()) {
                throw new IOException(options.data() + " is not empty");
            }
        }
    }

    private void run() throws IOException, InterruptedException, SQLException {
        Instant begin = Instant.now();
        nodes.start();
        List<String> programs = programs();
        Instant fire = Instant.now();
        try (Crew following = new Crew();
                Crew writing = new Crew()) {
            for (Reader reader : readers) {
                following.start(() -> follow(reader));
            }
            Pools pools = Pools.empty();
            for (int i = 0; i < WRITERS; i++) {
                Writer writer = new Writer(i, options.writes(), random(i), api, journal, pools, programs);
                writing.start(writer::run);
            }
            writing.start(new Importer(options.writes(), random(-4), api, journal)::run);
            writing.start(new Chaos(options, database, nodes, journal, random(WRITERS))::run);
            if (options.growth()) {
                writing.start(new Growth(options, database, journal)::run);
            }
            writing.await();
            Instant ceased = Instant.now();
            long head = api.read("/v1/changes?limit=1", random(0))
                    .json()
                    .at("/meta/revision")
                    .longValue();
            for (Reader reader : readers) {
                reader.progress().awaitAndEnd(reader.toString(), head, CATCHING_UP);
            }
            stream.disconnect();
            following.await();
            judge();
            report(begin, fire, ceased, head);
        }
    }

    private static void follow(Reader reader) throws InterruptedException {
        try {
            reader.run();
        } catch (RuntimeException failed) {
            reader.progress().fail(failed);
            throw failed;
        }
    }

    private void judge() throws IOException, InterruptedException, SQLException {
        Verdict verdict = new Verdict(api, nodes, random(0));
        Verdict.Said said = verdict.ask();
        verdict.checkNamesOfTheGone(said.feeds().values().iterator().next());
        if (database.isEmbedded()) {
            // Killed once more, so that only committed data is in the file.
            nodes.close();
        }
        Verdict.check(Tables.read(database), journal, said, readers);
    }

    private List<String> programs() throws InterruptedException {
        List<String> slugs = new ArrayList<>();
        for (JsonNode program :
                api.read("/v1/programs?limit=5", random(0)).json().get("data")) {
            slugs.add(program.get("slug").textValue());
        }
        return slugs;
    }

    private Random random(int member) {
        return new Random(options.seed() * 1_000 + member);
    }

    private void report(Instant begin, Instant fire, Instant ceased, long head) throws IOException {
        double writing = Duration.between(fire, ceased).toMillis() / 1000.0;
        System.out.printf(
                "%s, seed %d: every promise is kept%n", options.postgresql() ? "PostgreSQL" : "H2", options.seed());
        System.out.printf("%8d writes acknowledged in %.1f s%n", journal.writes(), writing);
        System.out.printf("%8d revisions%n", head);
        journal.counts().forEach((what, count) -> System.out.printf("%8d %s%n", count, what));
        System.out.printf("%8.1f MiB of database%n", database.size() / 1048576.0);
        System.out.printf(
                "%8.1f s in all%n", Duration.between(begin, Instant.now()).toMillis() / 1000.0);
    }
}
