package org.startupatlas.explore.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.startupatlas.explore.indicator.IndicatorsView.Coverage;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.query.parameter.Parameter;

/** Shows what is claimed beside what is known: the figures of indicators whose records the registry counts. */
@Singleton
public final class Claims {

    private final PageReader reader;

    Claims(PageReader reader) {
        this.reader = reader;
    }

    /** Returns one sentence for each indicator that counts records of these resources, with the link to it. */
    public List<Anchor> sentences(PageRequest request, List<String> resources) {
        List<Anchor> sentences = new ArrayList<>();
        for (ObjectNode indicator : indicators(request)) {
            String resource = indicator.at("/counted/resource").textValue();
            latest(indicator)
                    .filter(figure -> resources.contains(resource))
                    .ifPresent(figure -> sentences.add(new Anchor(
                            request.texts()
                                    .get(
                                            "claim.sentence",
                                            FigureTexts.name(indicator, request.language()),
                                            figures(request)
                                                    .value(indicator, figure)
                                                    .text(),
                                            known(indicator)),
                            request.path("indicators", indicator.get("slug").textValue()))));
        }
        return sentences;
    }

    /** Returns the latest figure of each indicator that counts records, beside the number of those records. */
    List<Coverage> coverage(PageRequest request) {
        Texts texts = request.texts();
        List<Coverage> rows = new ArrayList<>();
        for (ObjectNode indicator : indicators(request)) {
            latest(indicator)
                    .ifPresent(figure -> rows.add(new Coverage(
                            new Anchor(
                                    FigureTexts.name(indicator, request.language()),
                                    request.path(
                                            "indicators", indicator.get("slug").textValue())),
                            figures(request).value(indicator, figure),
                            figures(request).source(figure),
                            new Anchor(
                                    texts.number(known(indicator)),
                                    request.pageOfList(
                                            indicator.at("/expanded/live/link").textValue())))));
        }
        return rows;
    }

    private static FigureTexts figures(PageRequest request) {
        return new FigureTexts(request.texts());
    }

    private List<ObjectNode> indicators(PageRequest request) {
        return reader
                .all(
                        reader.schema(IndicatorPages.INDICATORS),
                        request.language(),
                        List.of(new Parameter("counted__exists", "true"), new Parameter("expand", "live")))
                .stream()
                .filter(indicator -> indicator.at("/expanded/live").isObject())
                .toList();
    }

    private static long known(ObjectNode indicator) {
        return indicator.at("/expanded/live/value").longValue();
    }

    /** Returns the figure of the latest period: a claim of today's size, or else the target. */
    private static Optional<JsonNode> latest(ObjectNode indicator) {
        Stream<JsonNode> observed = Stream.concat(
                StreamSupport.stream(indicator.get("observations").spliterator(), false),
                Stream.of(indicator.get("baseline")));
        return observed.filter(FigureTexts::isFigure)
                .max(Comparator.comparing(FigureTexts::end))
                .or(() -> StreamSupport.stream(indicator.get("targets").spliterator(), false)
                        .filter(FigureTexts::isFigure)
                        .findFirst());
    }
}
