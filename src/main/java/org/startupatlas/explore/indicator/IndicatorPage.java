package org.startupatlas.explore.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.startupatlas.explore.indicator.IndicatorView.Figure;
import org.startupatlas.explore.indicator.IndicatorView.Way;
import org.startupatlas.explore.page.Citations;
import org.startupatlas.explore.page.Embeds;
import org.startupatlas.explore.page.Labels;
import org.startupatlas.explore.page.PageReader;
import org.startupatlas.explore.page.PageRequest;
import org.startupatlas.explore.page.PageResponses.Content;
import org.startupatlas.explore.page.SourceTexts;
import org.startupatlas.explore.page.ValueTexts;
import org.startupatlas.explore.svg.ChartSettings;
import org.startupatlas.explore.svg.Mark;
import org.startupatlas.explore.svg.TimeChart;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.explore.view.Anchor;
import org.startupatlas.explore.view.PageUrl;
import org.startupatlas.explore.view.Phrase;
import org.startupatlas.http.RequestParameters;
import org.startupatlas.http.record.CurrentRecords;
import org.startupatlas.query.expand.Today;
import org.startupatlas.query.lookup.StoredRecord;
import org.startupatlas.record.PartialDate;
import org.startupatlas.schema.Language;
import org.startupatlas.schema.ResourceSchema;

/** Makes the page of one indicator. */
@Singleton
public final class IndicatorPage {

    private static final String EXPAND = "trajectory,live";

    /** Shows the summary and the whole chart in a frame that is 600 wide. */
    private static final int EMBED_HEIGHT = 700;

    private final PageReader reader;
    private final CurrentRecords records;
    private final Today today;

    IndicatorPage(PageReader reader, CurrentRecords records, Today today) {
        this.reader = reader;
        this.records = records;
        this.today = today;
    }

    /** Reads the page of an indicator; throws {@code RejectedException} if there is none. */
    public Content<IndicatorView> page(String idOrSlug, PageRequest request) {
        RequestParameters.rejectAll(request.http());
        ResourceSchema schema = reader.schema(IndicatorPages.INDICATORS);
        StoredRecord stored = records.get(schema, idOrSlug);
        ObjectNode indicator = reader.record(schema, stored, request.language(), EXPAND);
        String name = FigureTexts.name(indicator, request.language());
        Phrase summary = new ValueTexts(request, schema).phrase(indicator, "summary");
        return new Content<>(
                name,
                summary == null ? name : summary.text(),
                request.path(IndicatorPages.INDICATORS),
                new PageUrl("/v1/indicators/" + idOrSlug)
                        .with("expand", EXPAND)
                        .with("lang", request.language().code())
                        .toString(),
                view(indicator, name, summary, request));
    }

    private IndicatorView view(ObjectNode indicator, String name, Phrase summary, PageRequest request) {
        Texts texts = request.texts();
        String slug = indicator.get("slug").textValue();
        List<Drawn> figures = figures(indicator, texts);
        JsonNode live = indicator.at("/expanded/live");
        String api = "/v1/indicators/" + slug;
        return new IndicatorView(
                name,
                summary,
                unit(indicator, texts),
                chart(indicator, name, figures, texts),
                figures.stream().map(Drawn::figure).toList(),
                ways(indicator, texts),
                live.isObject()
                        ? new Anchor(
                                texts.get(
                                        "indicator.live.records",
                                        live.get("value").longValue()),
                                request.pageOfList(live.get("link").textValue()))
                        : null,
                Citations.of(request, name, indicator, today.day()),
                Embeds.html(request, request.path("embed", IndicatorPages.INDICATORS, slug), name, EMBED_HEIGHT),
                List.of(
                        new Anchor(texts.get("format.json"), api),
                        new Anchor(texts.get("format.csv"), api + "?format=csv"),
                        new Anchor(texts.get("format.xlsx"), api + "?format=xlsx")));
    }

    private static String unit(ObjectNode indicator, Texts texts) {
        String unit = indicator.path("unit").asText("count");
        return switch (unit) {
            case "count", "percent", "rank", "index" -> texts.get("unit.name." + unit);
            default -> unit;
        };
    }

    /** A figure with its place in the chart. */
    private record Drawn(PartialDate period, double value, Mark.Kind kind, boolean isInUnit, Figure figure) {

        /** Returns the year; of a shorter period, its middle. */
        double year() {
            return isShort()
                    ? decimal(period.first()) / 2 + decimal(period.last()) / 2
                    : period.last().getYear();
        }

        /** Returns whether the period is shorter than a year but no single month, so that its sum is a part only. */
        boolean isPart() {
            return isShort() && period.first().getMonth() != period.last().getMonth();
        }

        private boolean isShort() {
            return period.last().isBefore(period.first().plusYears(1).minusDays(1));
        }

        private static double decimal(LocalDate day) {
            return day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear();
        }
    }

    private static List<Drawn> figures(ObjectNode indicator, Texts texts) {
        List<Drawn> figures = new ArrayList<>();
        add(figures, indicator, indicator.get("baseline"), Mark.Kind.BASELINE, texts);
        indicator.get("observations").forEach(each -> add(figures, indicator, each, Mark.Kind.OBSERVATION, texts));
        indicator.get("targets").forEach(each -> add(figures, indicator, each, Mark.Kind.TARGET, texts));
        figures.sort(Comparator.comparing(drawn -> drawn.period.last()));
        return figures;
    }

    private static void add(List<Drawn> figures, ObjectNode indicator, JsonNode figure, Mark.Kind kind, Texts texts) {
        if (!FigureTexts.isFigure(figure)) {
            return;
        }
        FigureTexts words = new FigureTexts(texts);
        String code = kind.name().toLowerCase(Locale.ROOT);
        String url = SourceTexts.webAddress(figure.path("url").textValue());
        boolean isInUnit = !figure.hasNonNull("unit") || figure.get("unit").equals(indicator.get("unit"));
        figures.add(new Drawn(
                PartialDate.of(figure.get("period").textValue()),
                figure.get("value").doubleValue(),
                kind,
                isInUnit,
                new Figure(
                        texts.get("figure." + code),
                        code,
                        texts.date(figure.get("period").textValue()),
                        words.amount(indicator, figure),
                        figure.path("scope").textValue(),
                        words.source(figure),
                        url,
                        figure.path("note").textValue())));
    }

    /** Draws the figures in the unit of the indicator; null if there are fewer than two. */
    private static String chart(ObjectNode indicator, String name, List<Drawn> figures, Texts texts) {
        List<Mark> marks = figures.stream()
                .filter(Drawn::isInUnit)
                .map(drawn -> new Mark(
                        drawn.isPart() && drawn.kind == Mark.Kind.OBSERVATION ? Mark.Kind.PART : drawn.kind,
                        drawn.figure.publisher(),
                        drawn.year(),
                        drawn.value,
                        texts.get(
                                "figure.title",
                                drawn.figure.kind(),
                                drawn.figure.period(),
                                drawn.figure.value(),
                                drawn.figure.publisher() == null ? "" : drawn.figure.publisher())))
                .toList();
        ChartSettings settings = new ChartSettings(
                "chart",
                name,
                texts.get("indicator.chart.description", marks.size()),
                unit(indicator, texts),
                texts::shortNumber,
                Map.of(
                        Mark.Kind.BASELINE, texts.get("figure.baseline"),
                        Mark.Kind.OBSERVATION, texts.get("figure.observation"),
                        Mark.Kind.PART, texts.get("figure.part"),
                        Mark.Kind.TARGET, texts.get("figure.target")),
                texts.language() == Language.AR,
                indicator.path("unit").asText("").equals("rank"));
        return TimeChart.draw(settings, marks).orElse(null);
    }

    private static List<Way> ways(ObjectNode indicator, Texts texts) {
        FigureTexts words = new FigureTexts(texts);
        List<Way> ways = new ArrayList<>();
        for (JsonNode way : indicator.at("/expanded/trajectory")) {
            String state = way.get("state").textValue();
            String reason = way.path("reason").textValue();
            ways.add(new Way(
                    texts.get(
                            "indicator.way",
                            words.amount(indicator, renamed(way, "to_value")),
                            texts.date(way.get("to_period").textValue()),
                            way.hasNonNull("from_value")
                                    ? texts.get(
                                            "figure.of",
                                            words.amount(indicator, renamed(way, "from_value")),
                                            texts.date(way.get("from_period").textValue()))
                                    : texts.get("value.unknown")),
                    Labels.of(indicator, "trajectory.state", state),
                    state,
                    reason == null ? null : Labels.of(indicator, "trajectory.reason", reason)));
        }
        return ways;
    }

    /** Returns one of the values of a trajectory as a figure of its own. */
    private static ObjectNode renamed(JsonNode way, String value) {
        return ((ObjectNode) way).objectNode().set("value", way.get(value));
    }
}
