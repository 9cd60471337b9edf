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
 * The derived field {@code trajectory}: the gap and the yearly growth from the last value of each source to the last
 * target. Values in another unit than that of the indicator are ignored; without observations, the trajectory starts at
 * the baseline.
 */
final class Trajectory {

    private static final long MAX_VALUE = 1_000_000_000_000_000L;

    /** Over less than a month, a yearly growth is meaningless and may overflow. */
    private static final double MIN_YEARS = 1 / 12.0;

    /** A ten-thousandth of a percent, which is more precise than any source. */
    private static final int DECIMALS = 6;

    static final DerivedField FIELD = DerivedField.perRecord(
            Fields.objects(
                    "trajectory",
                    "The path from the last figure of each source to the last target.",
                    Fields.text("publisher", "Whose figure it begins with; null for the baseline.", "wearetech.africa"),
                    Fields.partialDate("from_period", "The period of that figure.", "2022"),
                    Fields.decimal("from_value", -MAX_VALUE, MAX_VALUE, "That figure; of a range, its least.", 380),
                    Fields.text("target_publisher", "Who published the target.", "souss.digital"),
                    Fields.partialDate("to_period", "By when.", "2030"),
                    Fields.decimal(
                            "to_value", -MAX_VALUE, MAX_VALUE, "What is to be reached; of a range, its least.", 3000),
                    Fields.decimal("gap", -2 * MAX_VALUE, 2 * MAX_VALUE, "The remaining difference.", 2620),
                    Fields.decimal("years", -10_000, 10_000, "From the end of the one period to that of the other.", 8),
                    Fields.decimal(
                            "yearly_growth",
                            -1,
                            MAX_VALUE,
                            "The constant growth per year that leads there, as a fraction; null where a figure is"
                                    + " not above zero or less than a month is left.",
                            0.294694)),
            Trajectory::of);

    private Trajectory() {}

    private static ArrayNode of(ObjectNode indicator) {
        ArrayNode trajectories = JsonNodeFactory.instance.arrayNode();
        List<JsonNode> targets = latestOf(indicator.get("targets"));
        for (JsonNode start : starts(indicator)) {
            targets.forEach(target -> trajectories.add(trajectory(start, target)));
        }
        return trajectories;
    }

    private static ObjectNode trajectory(JsonNode start, JsonNode target) {
        BigDecimal from = start.get("value").decimalValue();
        BigDecimal to = target.get("value").decimalValue();
        double years = years(period(start).last(), period(target).last());
        ObjectNode trajectory = JsonNodeFactory.instance.objectNode();
        trajectory.set(
                "publisher", start.path("publisher").isTextual() ? start.get("publisher") : trajectory.nullNode());
        trajectory.set("from_period", start.get("period"));
        trajectory.set("from_value", start.get("value"));
        trajectory.set("target_publisher", target.get("publisher"));
        trajectory.set("to_period", target.get("period"));
        trajectory.set("to_value", target.get("value"));
        trajectory.put("gap", to.subtract(from));
        trajectory.put("years", rounded(years, 2));
        if (from.signum() > 0 && to.signum() > 0 && years >= MIN_YEARS) {
            trajectory.put(
                    "yearly_growth", rounded(Math.pow(to.doubleValue() / from.doubleValue(), 1 / years) - 1, DECIMALS));
        } else {
            trajectory.putNull("yearly_growth");
        }
        return trajectory;
    }

    /** Returns the whole years plus the fraction of a year of the remaining days. */
    private static double years(LocalDate from, LocalDate to) {
        long whole = ChronoUnit.YEARS.between(from, to);
        LocalDate reached = from.plusYears(whole);
        return whole + (double) ChronoUnit.DAYS.between(reached, to) / reached.lengthOfYear();
    }

    /** Returns the last value of each source; the baseline if there is none. */
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

    /** Returns the targets with the last period, which may be several, as publishers disagree. */
    private static List<JsonNode> latestOf(JsonNode targets) {
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
