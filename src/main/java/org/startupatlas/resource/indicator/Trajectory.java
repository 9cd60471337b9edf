package org.startupatlas.resource.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.startupatlas.record.PartialDate;
import org.startupatlas.schema.DerivedField;
import org.startupatlas.schema.Fields;

/**
 * What is still to go from the last figure of each source to the last target, and how fast. Figures in another unit than
 * the indicator's are not compared; where nothing was observed, it begins with the baseline.
 */
final class Trajectory {

    private static final long MOST = 1_000_000_000_000_000L;

    /** Over less than a month a yearly growth says nothing, and may be more than a number can be. */
    private static final double LEAST_YEARS = 1 / 12.0;

    /** A ten-thousandth of a percent: more than any source is exact to. */
    private static final int DECIMALS = 6;

    static final DerivedField DERIVATION = DerivedField.perRecord(
            Fields.objects(
                    "trajectory",
                    "The way from the last figure of each source to the last target.",
                    Fields.text("publisher", "Whose figure it begins with; null for the baseline.", "wearetech.africa"),
                    Fields.partialDate("from_period", "Of when that figure is.", "2022"),
                    Fields.decimal("from_value", -MOST, MOST, "That figure; of a range, its least.", 380),
                    Fields.text("target_publisher", "Who published the target.", "souss.digital"),
                    Fields.partialDate("to_period", "By when.", "2030"),
                    Fields.decimal("to_value", -MOST, MOST, "What is to be reached; of a range, its least.", 3000),
                    Fields.decimal("gap", -2 * MOST, 2 * MOST, "What is still to go.", 2620),
                    Fields.decimal("years", -10_000, 10_000, "From the end of the one period to that of the other.", 8),
                    Fields.decimal(
                            "yearly_growth",
                            -1,
                            MOST,
                            "The growth that leads there, the same each year, as a part of one; null where a figure is"
                                    + " not above zero or less than a month is left.",
                            0.294694)),
            Trajectory::of);

    private Trajectory() {}

    private static ArrayNode of(ObjectNode indicator) {
        ArrayNode ways = JsonNodeFactory.instance.arrayNode();
        List<JsonNode> targets = lastOf(indicator.get("targets"));
        for (JsonNode start : starts(indicator)) {
            targets.forEach(target -> ways.add(way(start, target)));
        }
        return ways;
    }

    private static ObjectNode way(JsonNode start, JsonNode target) {
        BigDecimal from = start.get("value").decimalValue();
        BigDecimal to = target.get("value").decimalValue();
        double years = years(period(start).last(), period(target).last());
        ObjectNode way = JsonNodeFactory.instance.objectNode();
        way.set("publisher", start.path("publisher").isTextual() ? start.get("publisher") : way.nullNode());
        way.set("from_period", start.get("period"));
        way.set("from_value", start.get("value"));
        way.set("target_publisher", target.get("publisher"));
        way.set("to_period", target.get("period"));
        way.set("to_value", target.get("value"));
        way.put("gap", to.subtract(from));
        way.put("years", rounded(years, 2));
        if (from.signum() > 0 && to.signum() > 0 && years >= LEAST_YEARS) {
            way.put("yearly_growth", rounded(Math.pow(to.doubleValue() / from.doubleValue(), 1 / years) - 1, DECIMALS));
        } else {
            way.putNull("yearly_growth");
        }
        return way;
    }

    /** Whole years, and what is left of days as a part of one. */
    private static double years(LocalDate from, LocalDate to) {
        long whole = ChronoUnit.YEARS.between(from, to);
        LocalDate reached = from.plusYears(whole);
        return whole + (double) ChronoUnit.DAYS.between(reached, to) / reached.lengthOfYear();
    }

    /** The last figure of each source; the baseline where there is none. */
    private static Collection<JsonNode> starts(ObjectNode indicator) {
        Map<JsonNode, JsonNode> last = new LinkedHashMap<>();
        for (JsonNode each : indicator.get("observations")) {
            JsonNode unit = each.get("unit");
            if (isFigure(each) && (unit.isNull() || unit.equals(indicator.get("unit")))) {
                last.merge(each.get("publisher"), each, Trajectory::later);
            }
        }
        JsonNode baseline = indicator.get("baseline");
        return last.isEmpty() && isFigure(baseline) ? List.of(baseline) : last.values();
    }

    /** Those that are to be reached last, which may be several, as publishers disagree. */
    private static List<JsonNode> lastOf(JsonNode targets) {
        List<JsonNode> figures = StreamSupport.stream(targets.spliterator(), false)
                .filter(Trajectory::isFigure)
                .toList();
        JsonNode last = figures.stream().reduce(Trajectory::later).orElse(null);
        return figures.stream()
                .filter(target -> period(target).last().equals(period(last).last()))
                .toList();
    }

    private static boolean isFigure(JsonNode node) {
        return node.path("value").isNumber() && node.path("period").isTextual();
    }

    private static JsonNode later(JsonNode one, JsonNode other) {
        return period(other).last().isAfter(period(one).last()) ? other : one;
    }

    private static PartialDate period(JsonNode node) {
        return PartialDate.of(node.get("period").textValue());
    }

    private static BigDecimal rounded(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.setScale(Math.max(0, rounded.scale())); // 10, not 1E+1
    }
}
