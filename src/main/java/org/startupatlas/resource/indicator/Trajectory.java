package org.startupatlas.resource.indicator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.startupatlas.record.PartialDate;
import org.startupatlas.schema.DerivedField;
import org.startupatlas.schema.Fields;

/**
 * The derived field {@code trajectory}: the gap, the yearly growth and the state from the last value of each source to
 * each target. Only values in the unit and scope of the target are compared with it; without any, the trajectory starts
 * at the baseline, if there is one.
 */
final class Trajectory {

    private static final long MAX_VALUE = 1_000_000_000_000_000L;

    /** Over less than a month, a yearly growth is meaningless and may overflow. */
    private static final double MIN_YEARS = 1 / 12.0;

    /** A ten-thousandth of a percent, which is more precise than any source. */
    private static final int DECIMALS = 6;

    static final DerivedField FIELD = DerivedField.perRecordAndDay(
            Fields.objects(
                    "trajectory",
                    "The path from the last figure of each source to each target.",
                    Fields.text(
                            "publisher",
                            "Whose figure it begins with; null for the baseline and without a figure.",
                            "wearetech.africa"),
                    Fields.partialDate("from_period", "The period of that figure.", "2022"),
                    Fields.decimal("from_value", -MAX_VALUE, MAX_VALUE, "That figure; of a range, its least.", 380),
                    Fields.text("target_publisher", "Who published the target.", "souss.digital"),
                    Fields.partialDate("to_period", "By when.", "2030"),
                    Fields.decimal(
                            "to_value", -MAX_VALUE, MAX_VALUE, "What is to be reached; of a range, its least.", 3000),
                    Fields.text("scope", "What target and figure cover.", "outsourcing included"),
                    Fields.decimal("gap", -2 * MAX_VALUE, 2 * MAX_VALUE, "The remaining difference.", 2620),
                    Fields.decimal("years", -10_000, 10_000, "From the end of the one period to that of the other.", 8),
                    Fields.decimal(
                            "yearly_growth",
                            -1,
                            MAX_VALUE,
                            "The constant growth per year that leads there, as a fraction; null where a figure is"
                                    + " not above zero or less than a month is left.",
                            0.294694),
                    Fields.code(
                                    "state",
                                    "trajectory_states",
                                    "Whether the target is within reach; /v1/meta defines the codes.",
                                    "behind")
                            .nonNull(),
                    Fields.code("reason", "trajectory_reasons", "Why the state is unknown.", "no_figure")),
            definitions(),
            Trajectory::of);

    private Trajectory() {}

    private static Map<String, String> definitions() {
        Map<String, String> definitions = new LinkedHashMap<>(TrajectoryState.definitions());
        definitions.putAll(UnknownReason.definitions());
        return definitions;
    }

    private static ArrayNode of(ObjectNode indicator, LocalDate today) {
        ArrayNode trajectories = JsonNodeFactory.instance.arrayNode();
        for (JsonNode target : targets(indicator)) {
            Collection<JsonNode> figures = lastFigures(indicator, target);
            figures.forEach(figure -> trajectories.add(fromFigure(indicator, figure, target, today)));
            if (figures.isEmpty()) {
                JsonNode baseline = indicator.get("baseline");
                ObjectNode trajectory = isFigure(baseline) ? trajectory(baseline, target) : withoutStart(target);
                trajectories.add(putUnknown(trajectory, withoutFigure(indicator, target)));
            }
        }
        return trajectories;
    }

    private static ObjectNode fromFigure(ObjectNode indicator, JsonNode figure, JsonNode target, LocalDate today) {
        ObjectNode trajectory = trajectory(figure, target);
        TrajectoryState.Point first = first(indicator, figure, target);
        Optional<UnknownReason> reason = UnknownReason.of(first, point(figure), point(target), today);
        return reason.map(unknown -> putUnknown(trajectory, unknown)).orElseGet(() -> trajectory
                .put(
                        "state",
                        TrajectoryState.of(first, point(figure), point(target)).code())
                .putNull("reason"));
    }

    private static ObjectNode putUnknown(ObjectNode trajectory, UnknownReason reason) {
        return trajectory.put("state", TrajectoryState.UNKNOWN.code()).put("reason", reason.code());
    }

    /** Returns why no observation can be compared with the target. */
    private static UnknownReason withoutFigure(ObjectNode indicator, JsonNode target) {
        if (figures(indicator).findAny().isEmpty()) {
            return UnknownReason.NO_FIGURE;
        }
        return figures(indicator).anyMatch(figure -> isInUnit(indicator, figure))
                ? UnknownReason.OTHER_SCOPE
                : UnknownReason.OTHER_UNIT;
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
        putTarget(trajectory, target);
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

    private static ObjectNode withoutStart(JsonNode target) {
        ObjectNode trajectory = JsonNodeFactory.instance.objectNode();
        trajectory.putNull("publisher").putNull("from_period").putNull("from_value");
        putTarget(trajectory, target);
        return trajectory.putNull("gap").putNull("years").putNull("yearly_growth");
    }

    private static void putTarget(ObjectNode trajectory, JsonNode target) {
        trajectory.set("target_publisher", target.get("publisher"));
        trajectory.set("to_period", target.get("period"));
        trajectory.set("to_value", target.get("value"));
        trajectory.set("scope", scope(target));
    }

    /** Returns the beginning of the line: the baseline or, without one, the first figure of the same source. */
    private static TrajectoryState.Point first(ObjectNode indicator, JsonNode figure, JsonNode target) {
        JsonNode baseline = indicator.get("baseline");
        return isFigure(baseline)
                ? point(baseline)
                : comparable(indicator, target)
                        .filter(each -> each.get("publisher").equals(figure.get("publisher")))
                        .map(Trajectory::point)
                        .min(Comparator.comparing(TrajectoryState.Point::day))
                        .orElseThrow();
    }

    private static TrajectoryState.Point point(JsonNode figure) {
        return new TrajectoryState.Point(
                figure.get("value").doubleValue(), period(figure).last());
    }

    /** Returns the whole years plus the fraction of a year of the remaining days. */
    private static double years(LocalDate from, LocalDate to) {
        long whole = ChronoUnit.YEARS.between(from, to);
        LocalDate reached = from.plusYears(whole);
        return whole + (double) ChronoUnit.DAYS.between(reached, to) / reached.lengthOfYear();
    }

    /** Returns the last comparable value of each source. */
    private static Collection<JsonNode> lastFigures(ObjectNode indicator, JsonNode target) {
        Map<JsonNode, JsonNode> last = new LinkedHashMap<>();
        comparable(indicator, target).forEach(each -> last.merge(each.get("publisher"), each, Trajectory::later));
        return last.values();
    }

    /** Returns the observations in the unit of the indicator and the scope of the target. */
    private static Stream<JsonNode> comparable(ObjectNode indicator, JsonNode target) {
        return figures(indicator).filter(figure -> isInUnit(indicator, figure)).filter(figure -> scope(figure)
                .equals(scope(target)));
    }

    private static Stream<JsonNode> figures(ObjectNode indicator) {
        return StreamSupport.stream(indicator.get("observations").spliterator(), false)
                .filter(Trajectory::isFigure);
    }

    private static boolean isInUnit(ObjectNode indicator, JsonNode figure) {
        return figure.get("unit").isNull() || figure.get("unit").equals(indicator.get("unit"));
    }

    /** Returns what a figure covers; null in records written by a node of an earlier release. */
    private static JsonNode scope(JsonNode figure) {
        JsonNode scope = figure.get("scope");
        return scope == null ? NullNode.getInstance() : scope;
    }

    /** Returns the targets in the order of their periods; those of one period may be several, as publishers disagree. */
    private static List<JsonNode> targets(ObjectNode indicator) {
        return StreamSupport.stream(indicator.get("targets").spliterator(), false)
                .filter(Trajectory::isFigure)
                .sorted(Comparator.comparing(target -> period(target).last()))
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
