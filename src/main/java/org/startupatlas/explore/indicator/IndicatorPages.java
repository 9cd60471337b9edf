package org.startupatlas.explore.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.startupatlas.explore.indicator.IndicatorsView.Group;
import org.startupatlas.explore.indicator.IndicatorsView.Row;
import org.startupatlas.explore.network.opportunity.ProgramCoverage;
import org.startupatlas.explore.page.Labels;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.page.ValueTexts;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.query.parameter.Parameter;
import org.startupatlas.query.parameter.QueryLimits;
import org.startupatlas.schema.ResourceSchema;

/** Makes the page of all indicators. */
@Singleton
public final class IndicatorPages {

    static final String INDICATORS = "indicators";

    private final PageReader reader;
    private final Claims claims;
    private final ProgramCoverage programs;

    IndicatorPages(PageReader reader, Claims claims, ProgramCoverage programs) {
        this.reader = reader;
        this.claims = claims;
        this.programs = programs;
    }

    public Content<IndicatorsView> page(PageRequest request) {
        RequestParameters.rejectAll(request.http());
        Texts texts = request.texts();
        ResourceSchema schema = reader.schema(INDICATORS);
        List<Parameter> parameters = List.of(new Parameter("expand", "trajectory"), new Parameter("sort", "name"));
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        reader.all(schema, request.language(), parameters).stream()
                .sorted(Comparator.comparing(
                        indicator -> indicator.path("framework").isNull()))
                .forEach(indicator -> groups.computeIfAbsent(heading(indicator, texts), unseen -> new ArrayList<>())
                        .add(row(indicator, schema, request)));
        List<Group> views = new ArrayList<>();
        groups.forEach((heading, rows) -> views.add(new Group(heading, progress(rows, texts), rows)));
        return new Content<>(
                texts.get("nav.indicators"),
                texts.get("indicators.lead"),
                request.path(INDICATORS),
                new PageUrl("/v1/indicators", parameters)
                        .with("limit", String.valueOf(QueryLimits.MAX_LIMIT))
                        .toString(),
                new IndicatorsView(views, claims.coverage(request), programs.sentences(request)));
    }

    private static String heading(ObjectNode indicator, Texts texts) {
        String framework = indicator.path("framework").textValue();
        return framework == null ? texts.get("indicators.others") : Labels.of(indicator, "framework", framework);
    }

    /** Returns how many of the next targets are in which state; null if there is none. */
    private static String progress(List<Row> rows, Texts texts) {
        Map<String, Long> states = rows.stream()
                .map(Row::stateCode)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        if (states.isEmpty()) {
            return null;
        }
        return states.keySet().equals(Set.of("unknown"))
                ? texts.get("indicators.progress.unknown", states.get("unknown"))
                : texts.get(
                        "indicators.progress",
                        states.values().stream().mapToLong(Long::longValue).sum(),
                        states.getOrDefault("behind", 0L),
                        states.getOrDefault("on_track", 0L),
                        states.getOrDefault("ahead", 0L),
                        states.getOrDefault("unknown", 0L));
    }

    private static Row row(ObjectNode indicator, ResourceSchema schema, PageRequest request) {
        FigureTexts figures = new FigureTexts(request.texts());
        Optional<JsonNode> last = elements(indicator.get("observations")).stream()
                .filter(FigureTexts::isFigure)
                .max(Comparator.comparing(FigureTexts::end));
        Optional<JsonNode> target = elements(indicator.get("targets")).stream()
                .filter(FigureTexts::isFigure)
                .min(Comparator.comparing(FigureTexts::end));
        JsonNode baseline = indicator.get("baseline");
        JsonNode trajectory = indicator.at("/expanded/trajectory/0");
        String state = trajectory.path("state").textValue();
        String reason = trajectory.path("reason").textValue();
        return new Row(
                new Anchor(
                        FigureTexts.name(indicator, request.language()),
                        request.path(INDICATORS, indicator.get("slug").textValue())),
                new ValueTexts(request, schema).phrase(indicator, "summary"),
                FigureTexts.isFigure(baseline) ? figures.value(indicator, baseline) : null,
                last.map(figure -> figures.value(indicator, figure)).orElse(null),
                target.map(figure -> figures.value(indicator, figure)).orElse(null),
                state == null ? null : Labels.of(indicator, "trajectory.state", state),
                state,
                reason == null ? null : Labels.of(indicator, "trajectory.reason", reason));
    }

    static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
