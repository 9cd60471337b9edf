package org.startupatlas.bench.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.startupatlas.bench.fire.Node;
import org.startupatlas.bench.network.Averages.Average;

/**
 * Holds matches against the real ecosystem: takes each known fact away in turn, asks for matches from both ends, and
 * reports at which rank it comes back. {@code src/bench/matches} runs it.
 */
public final class MatchQuality {

    private final Api api;
    private final Ecosystem ecosystem;
    private final String weights;
    private final PrintStream criteria;

    private MatchQuality(Api api, Ecosystem ecosystem, String weights, PrintStream criteria) {
        this.api = api;
        this.ecosystem = ecosystem;
        this.weights = weights;
        this.criteria = criteria;
    }

    /**
     * Arguments: the folder of the product for H2, an empty folder to work in, and optionally the weights that are sent
     * with the requests.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[1])).toAbsolutePath();
        Node node = new Node(
                "node",
                Path.of(arguments[0]),
                folder,
                Map.of(
                        "ATLAS_DATA_DIR", folder.resolve("data").toString(),
                        "ATLAS_ADMIN_KEY", Api.KEY));
        node.start();
        try (PrintStream criteria = file(folder.resolve("criteria.ndjson"));
                PrintStream ranks = file(folder.resolve("ranks.tsv"))) {
            node.awaitReady();
            Api api = new Api(node.address());
            Ecosystem ecosystem = Ecosystem.read(api);
            String weights = arguments.length > 2 ? "&weights=" + arguments[2] : "";
            List<Trial> trials = new MatchQuality(api, ecosystem, weights, criteria).trials();
            if (!Ecosystem.read(api).hasFactsOf(ecosystem)) {
                throw new IllegalStateException("not everything was put back");
            }
            writeRanks(trials, ecosystem, ranks);
            writeTable(trials, System.out);
        } finally {
            node.kill();
        }
    }

    private static PrintStream file(Path path) throws IOException {
        return new PrintStream(Files.newOutputStream(path), false, StandardCharsets.UTF_8);
    }

    private List<Trial> trials() throws IOException, InterruptedException {
        List<Trial> trials = new ArrayList<>();
        for (Fact.Kind kind : Fact.Kind.values()) {
            for (Fact fact : ecosystem.facts(kind)) {
                HiddenFact hidden = HiddenFact.hide(api, ecosystem, fact);
                for (Direction direction : Direction.values()) {
                    if (direction.kind() == kind) {
                        trials.add(trial(direction, fact));
                    }
                }
                hidden.restore();
            }
        }
        return trials;
    }

    private Trial trial(Direction direction, Fact fact) throws IOException, InterruptedException {
        List<JsonNode> matches = api.list(direction.path(fact) + "&lang=en" + weights);
        writeCriteria(direction, fact, matches);
        return Trial.of(direction, fact, matches, ecosystem);
    }

    /** Writes the closeness by each criterion, from which other weights and formulas can be tried without a node. */
    private void writeCriteria(Direction direction, Fact fact, List<JsonNode> matches) {
        ObjectNode line = Api.JSON
                .createObjectNode()
                .put("direction", direction.name())
                .put("startup", ecosystem.slug(fact.startup()))
                .put("other", ecosystem.slug(fact.other()))
                .put("hidden", direction.hidden(fact));
        for (JsonNode match : matches) {
            if (match.get("known").booleanValue()) {
                continue;
            }
            ObjectNode candidate = line.withArray("candidates")
                    .addObject()
                    .put("id", match.get("id").textValue())
                    .put("slug", match.get("slug").textValue())
                    .put("score", match.get("score").asDouble())
                    .put(
                            "popularity",
                            direction.popularity(ecosystem, fact, match.get("id").textValue()));
            for (String outcome : List.of("reasons", "unmet", "unknown")) {
                for (JsonNode reason : match.get(outcome)) {
                    ObjectNode of = candidate
                            .withObject("/" + outcome)
                            .putObject(reason.get("criterion").textValue());
                    of.set("closeness", reason.get("closeness"));
                    of.set("count", reason.get("count"));
                }
            }
        }
        criteria.println(line);
    }

    private static void writeRanks(List<Trial> trials, Ecosystem ecosystem, PrintStream out) {
        out.println("direction\tstartup\tother\tcandidates\tplace\tshared\tpopular\trandom");
        for (Trial trial : trials) {
            out.printf(
                    Locale.ROOT,
                    "%s\t%s\t%s\t%d\t%d\t%.4f\t%.4f\t%.4f%n",
                    trial.direction().name().toLowerCase(Locale.ROOT),
                    ecosystem.slug(trial.fact().startup()),
                    ecosystem.slug(trial.fact().other()),
                    trial.candidates(),
                    trial.place(),
                    trial.shared().reciprocal(),
                    trial.popular().reciprocal(),
                    trial.random().reciprocal());
        }
    }

    private static void writeTable(List<Trial> trials, PrintStream out) {
        out.println("| looked for | facts | median place | figure | matches | popularity | random |"
                + " matches − popularity | equals in random order |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        for (Direction direction : Direction.values()) {
            List<Trial> of = trials.stream()
                    .filter(trial -> trial.direction() == direction)
                    .toList();
            String what = "| " + direction.title() + " | " + of.size() + " of "
                    + new Averages(of).groups() + " " + direction.kind().resource() + " | ";
            writeRow(what + median(of, Trial::place) + " of " + median(of, Trial::candidates) + " | hit@5", of, Rank::hit, out);
            writeRow(what + "| MRR", of, Rank::reciprocal, out);
        }
    }

    private static int median(List<Trial> trials, ToIntFunction<Trial> figure) {
        return trials.stream().mapToInt(figure).sorted().skip(trials.size() / 2).findFirst().orElseThrow();
    }

    private static void writeRow(String what, List<Trial> trials, Function<Rank, Double> figure, PrintStream out) {
        Averages averages = new Averages(trials);
        Average ours = averages.of(trial -> figure.apply(trial.ours()));
        Average popular = averages.of(trial -> figure.apply(trial.popular()));
        Average random = averages.of(trial -> figure.apply(trial.random()));
        Average gain = averages.of(trial -> figure.apply(trial.ours()) - figure.apply(trial.popular()));
        Average shared = averages.of(trial -> figure.apply(trial.shared()));
        out.printf(
                Locale.ROOT,
                "%s | %s | %s | %.2f | %s | %.2f |%n",
                what,
                ours,
                popular,
                random.mean(),
                gain,
                shared.mean());
    }
}
