package org.startupatlas.explore.svg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.startupatlas.explore.svg.Mark.Kind.BASELINE;
import static org.startupatlas.explore.svg.Mark.Kind.OBSERVATION;
import static org.startupatlas.explore.svg.Mark.Kind.TARGET;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.testing.H2Only;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Tests the charts of indicators. */
@H2Only
class TimeChartTest {
    private static final Map<Mark.Kind, String> KINDS =
            Map.of(BASELINE, "Baseline", OBSERVATION, "Observation", TARGET, "Target");

    private static final List<Mark> GROWTH = List.of(
            new Mark(BASELINE, "Ministry", 2021, 250, "250 in 2021"),
            new Mark(OBSERVATION, "Registry", 2022, 300, "300 in 2022"),
            new Mark(OBSERVATION, "Registry", 2023.5, 420, "420 in mid 2023"),
            new Mark(OBSERVATION, null, 2024, 500, "500 in 2024"),
            new Mark(TARGET, "Ministry", 2026, 3000, "3000 in 2026"));

    @Test
    void fewerThanTwoFiguresHaveNoChart() {
        assertEquals(Optional.empty(), TimeChart.draw(settings(false, false), List.of()));
        assertEquals(Optional.empty(), TimeChart.draw(settings(false, false), GROWTH.subList(0, 1)));
    }

    @Test
    void chartHasNameAndDescription() throws Exception {
        Element svg = draw(settings(false, false), GROWTH);
        assertEquals("img", svg.getAttribute("role"));
        assertEquals("c1-title c1-desc", svg.getAttribute("aria-labelledby"));
        assertEquals("Startups", elements(svg, "title").get(0).getTextContent());
        assertEquals("c1-title", elements(svg, "title").get(0).getAttribute("id"));
        assertEquals("Growth", elements(svg, "desc").get(0).getTextContent());
        assertEquals("c1-desc", elements(svg, "desc").get(0).getAttribute("id"));
    }

    @Test
    void eachFigureHasMarkOfItsKindWithTitle() throws Exception {
        Element svg = draw(settings(false, false), GROWTH);
        assertEquals(1, marks(svg, "chart-mark-baseline").size());
        assertEquals(3, marks(svg, "chart-mark-observation").size());
        assertEquals(List.of("3000 in 2026"), titles(marks(svg, "chart-mark-target")));
        List<String> texts = texts(svg);
        List<String> shown = List.of("Startups (number)", "2021", "2026", "0", "3000", "Target");
        assertTrue(texts.containsAll(shown), texts::toString);
    }

    @Test
    void lineJoinsObservationsOfOneSource() throws Exception {
        List<Mark> marks = new ArrayList<>(GROWTH);
        assertEquals(List.of("Registry"), titles(lines(draw(settings(false, false), marks))));
        assertFalse(texts(draw(settings(false, false), marks)).contains("Registry"));

        marks.add(new Mark(OBSERVATION, "Survey", 2020, 200, "200 in 2020"));
        marks.add(new Mark(OBSERVATION, "Survey", 2024, 450, "450 in 2024"));
        Element svg = draw(settings(false, false), marks);
        assertEquals(List.of("Survey", "Registry"), titles(lines(svg)));
        assertTrue(texts(svg).containsAll(List.of("Survey", "Registry")), "several lines are in the legend");
    }

    @Test
    void largerValuesAreHigherAndBetterRanksToo() throws Exception {
        List<Mark> marks = List.of(
                new Mark(OBSERVATION, "Index", 2022, 75, "first"), new Mark(OBSERVATION, "Index", 2024, 66, "second"));
        Element values = draw(settings(false, false), marks);
        assertTrue(height(values, "first") < height(values, "second"));
        Element ranks = draw(settings(false, true), marks);
        assertTrue(height(ranks, "first") > height(ranks, "second"));
        assertTrue(height(ranks, "1") < height(ranks, "20") && height(ranks, "20") < height(ranks, "80"));
        assertFalse(texts(ranks).contains("0"), "there is no rank 0");
    }

    /** The distance of a mark with this title, or of a text, from the upper edge. */
    private static double height(Element svg, String text) {
        return elements(svg, "path").stream()
                .filter(path -> path.getTextContent().equals(text))
                .map(path -> path.getAttribute("d").split("[M ahlv]")[2])
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseGet(() -> elements(svg, "text").stream()
                        .filter(label -> label.getTextContent().equals(text))
                        .mapToDouble(label -> Double.parseDouble(label.getAttribute("y")))
                        .findFirst()
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 7, -7, 0.001, 1e12, -1e12})
    void equalValuesHaveChart(double value) throws Exception {
        List<Mark> marks = List.of(
                new Mark(BASELINE, null, 2024, value, "baseline"),
                new Mark(OBSERVATION, null, 2024, value, "observation"));
        assertInside(draw(settings(false, false), marks));
        assertInside(draw(settings(true, true), marks));
    }

    @Test
    void manyValuesOfAnySizeAreInside() throws Exception {
        List<Mark> marks = IntStream.range(0, 60)
                .mapToObj(i -> new Mark(OBSERVATION, "s" + i % 7, 1990 + i, Math.pow(-10, i % 13), "a" + i))
                .toList();
        assertInside(draw(settings(false, false), marks));
        assertInside(draw(settings(true, false), marks));
    }

    private static void assertInside(Element svg) {
        String[] box = svg.getAttribute("viewBox").split(" ");
        double width = Double.parseDouble(box[2]);
        double height = Double.parseDouble(box[3]);
        for (Element text : elements(svg, "text")) {
            double x = Double.parseDouble(text.getAttribute("x"));
            double y = Double.parseDouble(text.getAttribute("y"));
            assertTrue(
                    x >= 0 && x <= width && y >= 0 && y <= height, () -> text.getTextContent() + " at " + x + ", " + y);
        }
        for (Element path : elements(svg, "path")) {
            String data = path.getAttribute("d");
            assertTrue(data.matches("[MLHhvlaz0-9 .-]+"), data);
        }
    }

    @Test
    void textsFromRightToLeftStartOnTheRight() throws Exception {
        Element svg = draw(settings(true, false), GROWTH);
        assertEquals("rtl", svg.getAttribute("direction"));
        Element axis = text(svg, "Startups (number)");
        assertEquals("start", axis.getAttribute("text-anchor"));
        assertTrue(Double.parseDouble(axis.getAttribute("x")) > 500);
        double first = Double.parseDouble(text(svg, "2021").getAttribute("x"));
        assertTrue(first < Double.parseDouble(text(svg, "2026").getAttribute("x")), "time runs from left to right");
    }

    @Test
    void hostileTextsStayTexts() throws Exception {
        String hostile = "</title><script>alert('1')</script>\" onload=\"x ]]> &amp; \u0000\u000b\uFFFE\uD800 %s";
        ChartSettings settings = new ChartSettings(
                "c", hostile, hostile, hostile, value -> hostile, Map.of(OBSERVATION, hostile), false, false);
        List<Mark> marks = IntStream.range(0, 4)
                .mapToObj(i -> new Mark(OBSERVATION, hostile + i % 2, 2020 + i, i, hostile))
                .toList();
        Element svg = draw(settings, marks);
        assertEquals(List.of(), elements(svg, "script"));
        String replaced = hostile.replaceAll("[\u0000\u000b\uFFFE\uD800]", "\uFFFD");
        assertEquals(replaced, elements(svg, "title").get(0).getTextContent());
        assertEquals(
                4,
                titles(marks(svg, "chart-mark-observation")).stream()
                        .filter(replaced::equals)
                        .count());
    }

    @Test
    void chartHasOnlyClassesForItsLooks() {
        String svg = TimeChart.draw(settings(false, false), GROWTH).orElseThrow();
        assertFalse(svg.contains("style") || svg.contains("fill=") || svg.contains("stroke="), svg);
    }

    @Test
    void whatHasNoPlaceIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> new Mark(TARGET, null, 2024, Double.NaN, ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ChartSettings("a b", "", "", "", Double::toString, Map.of(), false, false));
    }

    private static ChartSettings settings(boolean isRightToLeft, boolean isRanking) {
        return new ChartSettings(
                "c1",
                "Startups",
                "Growth",
                "Startups (number)",
                value -> value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value),
                KINDS,
                isRightToLeft,
                isRanking);
    }

    private static Element draw(ChartSettings settings, List<Mark> marks) throws Exception {
        String svg = TimeChart.draw(settings, marks).orElseThrow();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
        return document.getDocumentElement();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static Element text(Element svg, String text) {
        return elements(svg, "text").stream()
                .filter(element -> element.getTextContent().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Element svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    /** The marks of figures; those of the legend have no title. */
    private static List<Element> marks(Element svg, String cssClass) {
        return elements(svg, "path").stream()
                .filter(path -> path.getAttribute("class").equals(cssClass) && path.hasChildNodes())
                .toList();
    }

    private static List<Element> lines(Element svg) {
        return elements(svg, "path").stream()
                .filter(path -> path.getAttribute("class").startsWith("chart-line") && path.hasChildNodes())
                .toList();
    }

    private static List<String> titles(List<Element> elements) {
        return elements.stream().map(Element::getTextContent).toList();
    }
}
