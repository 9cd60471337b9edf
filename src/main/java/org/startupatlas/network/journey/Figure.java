package org.startupatlas.network.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.startupatlas.network.journey.Course.Occurrence;
import org.startupatlas.network.model.RecordKey;

/**
 * How many startups of a cohort reached a milestone within some months.
 *
 * @param startups the size of the cohort, which the counts of the outcomes sum to
 * @param passed for how many the window has certainly passed on the day
 * @param through the programs and partners through which startups reached it, with how many they were
 * @param throughUnknown how many of those that reached it have no program or partner that a record names
 */
record Figure(
        Target target,
        int months,
        int startups,
        int passed,
        Map<Outcome, Integer> outcomes,
        NavigableMap<RecordKey, Integer> through,
        int throughUnknown) {

    /** The lengths of the windows. */
    static final List<Integer> MONTHS = List.of(12, 24, 36);

    Figure {
        outcomes = Map.copyOf(outcomes);
        through = new TreeMap<>(through);
    }

    /** Returns the figures of all milestones and windows. */
    static List<Figure> of(Cohort cohort, LocalDate day, Through through) {
        List<Figure> figures = new ArrayList<>();
        for (Target target : Target.values()) {
            List<Course> courses = cohort.members().stream()
                    .map(member -> target.course(member.journey(), member.start()))
                    .toList();
            MONTHS.forEach(months -> figures.add(of(target, courses, months, day, through::behind)));
        }
        return figures;
    }

    /**
     * Counts the outcomes of startups.
     *
     * @param through returns the programs and partners behind occurrences
     */
    static Figure of(
            Target target,
            List<Course> courses,
            int months,
            LocalDate day,
            Function<List<Occurrence>, List<RecordKey>> through) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        NavigableMap<RecordKey, Integer> behind = new TreeMap<>();
        int passed = 0;
        int throughUnknown = 0;
        for (Course course : courses) {
            Outcome outcome = course.outcome(months, day);
            outcomes.merge(outcome, 1, Integer::sum);
            passed += course.hasPassed(months, day) ? 1 : 0;
            if (outcome == Outcome.REACHED) {
                List<RecordKey> nodes = through.apply(course.within(months, day));
                nodes.forEach(node -> behind.merge(node, 1, Integer::sum));
                throughUnknown += nodes.isEmpty() ? 1 : 0;
            }
        }
        return new Figure(target, months, courses.size(), passed, outcomes, behind, throughUnknown);
    }

    /** Returns how many startups have an outcome. */
    int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Returns of how many it is known whether they reached the milestone within the window. */
    int decided() {
        return count(Outcome.REACHED) + count(Outcome.NOT_REACHED);
    }
}
