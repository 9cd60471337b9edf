package org.startupatlas.explore.network.graph;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.startupatlas.explore.network.NodeLinks;
import org.startupatlas.explore.network.graph.GraphView.Kind;
import org.startupatlas.explore.network.graph.GraphView.Line;
import org.startupatlas.explore.network.graph.GraphView.Point;
import org.startupatlas.explore.network.graph.GraphView.Row;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.http.record.CurrentRecords;
import org.startupatlas.network.graph.Neighbourhood;
import org.startupatlas.network.model.Link;
import org.startupatlas.network.model.Network;
import org.startupatlas.network.model.NetworkModel;
import org.startupatlas.network.model.Node;
import org.startupatlas.network.model.RecordKey;
import org.startupatlas.network.model.Truth;
import org.startupatlas.network.route.NetworkRequest;
import org.startupatlas.query.parameter.ParameterSet;
import org.startupatlas.query.parameter.RejectedException;
import org.startupatlas.record.Folding;
import org.startupatlas.schema.SchemaRegistry;

/** Makes the page of the direct links of a record. */
@Singleton
public final class GraphPages {

    private static final String ON = "on";

    /** More could not be read. */
    private static final int MAX_NEIGHBOURS = 30;

    private static final int MAX_LABEL = 36;

    /** The order in which neighbours are drawn. */
    private static final List<String> KINDS =
            List.of(RecordKey.STARTUPS, RecordKey.PROGRAMS, RecordKey.PARTNERS, RecordKey.COUNTRIES);

    private final SchemaRegistry registry;
    private final CurrentRecords records;
    private final NetworkModel model;
    private final NetworkRequest requests;

    GraphPages(SchemaRegistry registry, CurrentRecords records, NetworkModel model, NetworkRequest requests) {
        this.registry = registry;
        this.records = records;
        this.model = model;
        this.requests = requests;
    }

    /**
     * Reads the page.
     *
     * @throws RejectedException if there is no such record, or a parameter is invalid
     */
    public Content<GraphView> page(String resource, String idOrSlug, PageRequest request) {
        ParameterSet parameters =
                ParameterSet.of(request.url().parameters(), List.of(ON)).rejectUnknown();
        LocalDate day = requests.day(parameters);
        parameters.rejectIfInvalid();
        String id = records.find(registry.get(resource), idOrSlug, slug -> request.url()
                        .at(request.path(resource, slug, "graph"))
                        .toString())
                .id()
                .toString();
        return model.read(network -> content(network, new RecordKey(resource, id), day, request));
    }

    private static Content<GraphView> content(Network network, RecordKey key, LocalDate day, PageRequest request) {
        Node record = network.node(key).orElseThrow(key::unknownRecord);
        Neighbourhood part = Neighbourhood.around(network, key, 1, day);
        List<RecordKey> neighbours = shown(network, part, key, request);
        List<Link> links = part.links().stream()
                .filter(link ->
                        Stream.of(link.from(), link.to()).allMatch(end -> end.equals(key) || neighbours.contains(end)))
                .toList();
        int omitted = part.distances().size() - 1 - neighbours.size() + part.omitted();
        GraphLayout layout = new GraphLayout(key, neighbours);
        PageUrl api = request.url()
                .at("/v1/network/graph")
                .with("around", key.toString())
                .with("depth", "1")
                .with("lang", request.language().code());
        Texts texts = request.texts();
        GraphView view = new GraphView(
                NodeLinks.of(record, request),
                GraphLayout.WIDTH,
                layout.height(),
                Stream.concat(Stream.of(key), neighbours.stream())
                        .map(each -> point(network.node(each).orElseThrow(), layout.place(each), request))
                        .toList(),
                lines(links, key, layout),
                KINDS.stream()
                        .map(kind -> new Kind(kind, texts.get("match.with." + kind)))
                        .toList(),
                omitted == 0 ? null : texts.get("graph.omitted", omitted),
                links.stream().map(link -> row(network, link, day, request)).toList(),
                List.of(
                        new Anchor(texts.get("format.json"), api.toString()),
                        new Anchor(
                                texts.get("format.graphml"),
                                api.with("format", "graphml").toString())));
        return new Content<>(
                texts.get("graph.title", record.name()),
                texts.get("graph.lead"),
                request.path(key.resource()),
                api.toString(),
                view);
    }

    /** Returns the neighbours with the most links among one another, by kind and name. */
    private static List<RecordKey> shown(Network network, Neighbourhood part, RecordKey center, PageRequest request) {
        Map<RecordKey, Integer> degrees = new HashMap<>();
        part.links()
                .forEach(link -> Stream.of(link.from(), link.to()).forEach(end -> degrees.merge(end, 1, Integer::sum)));
        return part.distances().keySet().stream()
                .filter(key -> !key.equals(center))
                .sorted(Comparator.comparing((RecordKey key) -> degrees.getOrDefault(key, 0))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MAX_NEIGHBOURS)
                .sorted(Comparator.comparing((RecordKey key) -> KINDS.indexOf(key.resource()))
                        .thenComparing(key ->
                                Folding.fold(NodeLinks.name(network.node(key).orElseThrow(), request.language())))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Point point(Node node, GraphLayout.Place place, PageRequest request) {
        Anchor link = NodeLinks.of(node, request);
        return new Point(
                place.x(),
                place.y(),
                node.key().resource(),
                NodeLinks.inSentence(shortened(link.text())),
                link.text(),
                link.href(),
                place.textX(),
                place.textY(),
                place.anchor());
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= MAX_LABEL
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_LABEL - 1)).strip() + "…";
    }

    /** Returns a line for each pair that is linked; those of the record come last, over the others. */
    private static List<Line> lines(List<Link> links, RecordKey center, GraphLayout layout) {
        List<Line> lines = new ArrayList<>();
        for (boolean isOfRecord : new boolean[] {false, true}) {
            links.stream()
                    .filter(link -> isOfRecord
                            == (link.from().equals(center) || link.to().equals(center)))
                    .map(link -> layout.path(link.from(), link.to()))
                    .distinct()
                    .forEach(path -> lines.add(new Line(path, isOfRecord)));
        }
        return lines;
    }

    private static Row row(Network network, Link link, LocalDate day, PageRequest request) {
        return new Row(
                NodeLinks.of(network.node(link.from()).orElseThrow(), request),
                request.texts().get("link." + link.kind().code()),
                NodeLinks.of(network.node(link.to()).orElseThrow(), request),
                link.isValidOn(day) == Truth.TRUE,
                NodeLinks.evidence(link.evidence(), request));
    }
}
