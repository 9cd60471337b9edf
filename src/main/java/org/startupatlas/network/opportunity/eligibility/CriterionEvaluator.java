package org.startupatlas.network.opportunity.eligibility;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.startupatlas.network.match.criterion.Hierarchy;
import org.startupatlas.record.CriterionKind;
import org.startupatlas.record.PartialDate;

/**
 * Evaluates the criteria of a program for an applicant. A value that is not known never makes a criterion unmet. Bounds are
 * inclusive, those of dates as well: {@code founded_after} 2020 is met by a foundation on the first day of 2020.
 */
final class CriterionEvaluator {

    /** How long the code of a country is, with which that of a region begins. */
    private static final int COUNTRY_LENGTH = 2;

    private final Applicant applicant;
    private final Hierarchy hierarchy;
    private final PartialDate firstDay;
    private final PartialDate lastDay;

    /**
     * Creates an evaluator.
     *
     * @param hierarchy what the codes of sectors, technologies and stages are kinds of
     * @param firstDay the first day on which one can apply
     * @param lastDay the last day on which one can apply; null if it is not known
     */
    CriterionEvaluator(Applicant applicant, Hierarchy hierarchy, PartialDate firstDay, PartialDate lastDay) {
        this.applicant = applicant;
        this.hierarchy = hierarchy;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /** Answers a requirement. */
    Evaluated evaluate(Requirement requirement) {
        List<String> actual = actual(requirement.kind());
        return new Evaluated(requirement, answer(requirement, actual), actual);
    }

    private List<String> actual(CriterionKind kind) {
        return switch (kind) {
            case SECTOR -> applicant.sectors();
            case TECHNOLOGY -> applicant.technologies();
            case BUSINESS_MODEL -> applicant.businessModels();
            case STAGE -> known(applicant.stage());
            case COUNTRY -> known(applicant.country());
            case AREA -> applicant.areas();
            case REGION -> known(applicant.region());
            case LABEL -> applicant.labels();
            case DIASPORA -> known(applicant.diaspora());
            case HEADCOUNT -> known(applicant.headcount());
            case AGE, FOUNDED_AFTER, FOUNDED_BEFORE -> known(applicant.founded());
            case OTHER -> List.of();
        };
    }

    private static List<String> known(Object value) {
        return Stream.ofNullable(value).map(Object::toString).toList();
    }

    private Answer answer(Requirement requirement, List<String> actual) {
        CriterionKind kind = requirement.kind();
        List<String> accepted = requirement.values();
        Integer min = requirement.only().min();
        Integer max = requirement.only().max();
        PartialDate date = requirement.only().date();
        return switch (kind) {
            case SECTOR, TECHNOLOGY, BUSINESS_MODEL, STAGE -> kindOf(kind.vocabulary(), accepted, actual);
            case COUNTRY, AREA, DIASPORA -> exactly(accepted, actual);
            case REGION -> region(accepted, actual);
            case LABEL -> label(accepted, actual);
            case HEADCOUNT -> headcount(min, max);
            case AGE -> age(min, max);
            case FOUNDED_AFTER -> foundedAfter(date);
            case FOUNDED_BEFORE -> foundedBefore(date);
            case OTHER -> Answer.UNKNOWN;
        };
    }

    /** Compares codes of a hierarchy: a kind of what is accepted is accepted, and what is wider may be. */
    private Answer kindOf(String vocabulary, List<String> accepted, List<String> actual) {
        boolean isMet = actual.stream().anyMatch(code -> isOneOf(vocabulary, code, accepted));
        boolean mayBe = accepted.isEmpty()
                || actual.isEmpty()
                || accepted.stream().anyMatch(code -> isOneOf(vocabulary, code, actual));
        return Answer.of(isMet, !mayBe);
    }

    /** Returns whether a code is one of some codes, or a kind of one. */
    private boolean isOneOf(String vocabulary, String code, List<String> codes) {
        Optional<String> current = Optional.of(code);
        while (current.isPresent()) {
            if (codes.contains(current.get())) {
                return true;
            }
            current = hierarchy.parent(vocabulary, current.get());
        }
        return false;
    }

    private static Answer exactly(List<String> accepted, List<String> actual) {
        boolean isComparable = !accepted.isEmpty() && !actual.isEmpty();
        return Answer.of(!Collections.disjoint(accepted, actual), isComparable);
    }

    /** Compares regions; one without a region has none of those of another country. */
    private Answer region(List<String> accepted, List<String> actual) {
        boolean isElsewhere = !accepted.isEmpty()
                && applicant.country() != null
                && accepted.stream().noneMatch(region -> applicant.country().equals(countryOf(region)));
        return actual.isEmpty() ? Answer.of(false, isElsewhere) : exactly(accepted, actual);
    }

    private static String countryOf(String region) {
        return region.substring(0, Math.min(COUNTRY_LENGTH, region.length()));
    }

    /** Compares labels; a record without a label does not say that there is none. */
    private Answer label(List<String> accepted, List<String> actual) {
        boolean isMet = !Collections.disjoint(accepted, actual);
        return Answer.of(isMet, applicant.hasOnlyTheseLabels() && !accepted.isEmpty());
    }

    private Answer headcount(Integer min, Integer max) {
        Integer headcount = applicant.headcount();
        if (headcount == null || min == null && max == null) {
            return Answer.UNKNOWN;
        }
        boolean isMet = (min == null || headcount >= min) && (max == null || headcount <= max);
        return Answer.of(isMet, !isMet);
    }

    /**
     * Takes the age in years: the most is reached on that anniversary, and exceeded on the day after it. One of the days
     * on which one can apply is enough, so the least may be reached on the last of them.
     */
    private Answer age(Integer min, Integer max) {
        PartialDate founded = applicant.founded();
        if (founded == null || min == null && max == null) {
            return Answer.UNKNOWN;
        }
        Answer isOldEnough = min == null
                ? Answer.MET
                : isReached(founded.first().plusYears(min), latestAnniversary(founded.last(), min));
        Answer isYoungEnough = max == null
                ? Answer.MET
                : Answer.of(
                        !founded.first().plusYears(max).isBefore(firstDay.last()),
                        latestAnniversary(founded.last(), max).isBefore(firstDay.first()));
        return isOldEnough.and(isYoungEnough);
    }

    /** Returns whether an anniversary, which is one of the days between two, comes before applications close. */
    private Answer isReached(LocalDate earliest, LocalDate latest) {
        boolean isKnownToClose = lastDay != null;
        return Answer.of(
                !latest.isAfter(firstDay.first()) || isKnownToClose && !latest.isAfter(lastDay.first()),
                isKnownToClose && earliest.isAfter(lastDay.last()));
    }

    /** Returns the anniversary; that of 29 February is on 28 February or, at the latest, on 1 March of other years. */
    private static LocalDate latestAnniversary(LocalDate date, int years) {
        LocalDate anniversary = date.plusYears(years);
        return anniversary.getDayOfMonth() == date.getDayOfMonth() ? anniversary : anniversary.plusDays(1);
    }

    private Answer foundedAfter(PartialDate date) {
        PartialDate founded = applicant.founded();
        return founded == null || date == null
                ? Answer.UNKNOWN
                : Answer.of(
                        !founded.first().isBefore(date.first()), founded.last().isBefore(date.first()));
    }

    private Answer foundedBefore(PartialDate date) {
        PartialDate founded = applicant.founded();
        return founded == null || date == null
                ? Answer.UNKNOWN
                : Answer.of(
                        !founded.last().isAfter(date.last()), founded.first().isAfter(date.last()));
    }
}
