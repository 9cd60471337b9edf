package org.startupatlas.explore.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.startupatlas.explore.text.Texts;
import org.startupatlas.record.PartialDate;
import org.startupatlas.schema.Language;

/** Writes the figures of indicators for people. */
final class FigureTexts {

    /** Units that are written by their name or sign, not as a currency. */
    private static final Map<String, String> KEYS = Map.of("percent", "unit.percent", "rank", "unit.rank");

    private static final Set<String> WITHOUT_UNIT = Set.of("count", "index");

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final Texts texts;

    FigureTexts(Texts texts) {
        this.texts = texts;
    }

    /** Returns whether an observation, a target or a baseline has both a value and a period. */
    static boolean isFigure(JsonNode figure) {
        return figure.path("value").isNumber() && figure.path("period").isTextual();
    }

    /** Returns the last day of a figure's period. */
    static LocalDate end(JsonNode figure) {
        return PartialDate.of(figure.get("period").textValue()).last();
    }

    /** Returns the name of an indicator in a language; its main name if it has none in it. */
    static String name(JsonNode indicator, Language language) {
        return StreamSupport.stream(indicator.path("other_names").spliterator(), false)
                .filter(name -> language.code().equals(name.path("lang").textValue()))
                .map(name -> name.get("name").textValue())
                .findFirst()
                .orElse(indicator.get("name").textValue());
    }

    /** Returns a figure in a few characters, with its unit, its period and what it covers. */
    FigureText value(JsonNode indicator, JsonNode figure) {
        return new FigureText(
                texts.get(
                        "figure.of",
                        amount(indicator, figure, this::shortened),
                        texts.date(figure.get("period").textValue())),
                figure.path("scope").textValue());
    }

    /** Returns a number exactly, or a large one rounded to a tenth of a million or billion. */
    private String shortened(BigDecimal number) {
        return number.abs().compareTo(MILLION) < 0 ? texts.number(number) : texts.shortNumber(number.doubleValue());
    }

    /** Returns a figure with its unit. */
    String amount(JsonNode indicator, JsonNode figure) {
        return amount(indicator, figure, texts::number);
    }

    private String amount(JsonNode indicator, JsonNode figure, Function<BigDecimal, String> format) {
        String unit = figure.hasNonNull("unit")
                ? figure.get("unit").textValue()
                : indicator.path("unit").asText("count");
        String number = format.apply(figure.get("value").decimalValue());
        if (figure.hasNonNull("upper")) {
            number = number + "–" + format.apply(figure.get("upper").decimalValue());
        }
        if (KEYS.containsKey(unit)) {
            return texts.get(KEYS.get(unit), number);
        }
        return WITHOUT_UNIT.contains(unit) ? number : texts.get("unit.money", number, unit);
    }

    /** Returns who published a figure; null if that is not known. */
    String source(JsonNode figure) {
        return figure.path("publisher").textValue();
    }
}
