package org.startupatlas.network.opportunity.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.network.match.criterion.Hierarchy;
import org.startupatlas.network.model.Program.Criterion;
import org.startupatlas.record.CriterionKind;
import org.startupatlas.record.PartialDate;
import org.startupatlas.testing.H2Only;

/** Tests the answer to each kind of criterion: met, unmet, unknown, at the bounds and on the day. */
@H2Only
class CriterionEvaluatorTest {

    private static final String DAY = "2026-11-30";

    /** Insurtech is a kind of fintech, and seed a kind of early. */
    private static final Hierarchy HIERARCHY = new Hierarchy() {
        private final Map<String, String> parents = Map.of("insurtech", "fintech", "seed", "early");

        @Override
        public List<String> codes(String vocabulary) {
            return List.of();
        }

        @Override
        public Optional<String> parent(String vocabulary, String code) {
            return Optional.ofNullable(parents.get(code));
        }
    };

    private static final Applicant NOBODY = new Applicant(
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            null,
            List.of(),
            false,
            null,
            null,
            null,
            Answer.MET);

    @ParameterizedTest
    @CsvSource({
        // kind, accepted, actual, answer
        "sector, fintech, fintech, MET",
        "sector, fintech|healthtech, agritech|healthtech, MET",
        "sector, fintech, insurtech, MET",
        "sector, fintech, agritech, UNMET",
        "sector, insurtech, fintech, UNKNOWN",
        "sector, insurtech, fintech|insurtech, MET",
        "sector, insurtech|agritech, fintech, UNKNOWN",
        "sector, insurtech|agritech, fintech|agritech, MET",
        "sector, insurtech|agritech, healthtech, UNMET",
        "sector, fintech, , UNKNOWN",
        "technology, artificial_intelligence, artificial_intelligence, MET",
        "technology, artificial_intelligence, blockchain, UNMET",
        "technology, artificial_intelligence, , UNKNOWN",
        "business_model, saas, saas|b2b, MET",
        "business_model, saas, b2c, UNMET",
        "business_model, saas, , UNKNOWN",
        "stage, early, seed, MET",
        "stage, seed|growth, growth, MET",
        "stage, seed, growth, UNMET",
        "stage, seed, early, UNKNOWN",
        "stage, seed, , UNKNOWN",
        "country, MA|TN, TN, MET",
        "country, MA, FR, UNMET",
        "country, MA, , UNKNOWN",
        "area, 002, 002|015, MET",
        "area, 015, 002|015, MET",
        "area, 014, 002|015, UNMET",
        "area, 150, 002|015, UNMET",
        "area, 002, , UNKNOWN",
        "region, MA-06, MA-06, MET",
        "region, MA-06|MA-04, MA-01, UNMET",
        "region, MA-06, , UNKNOWN",
        "diaspora, true, true, MET",
        "diaspora, true, false, UNMET",
        "diaspora, false, false, MET",
        "diaspora, true, , UNKNOWN",
        "label, jei, jei|moroccotech, MET",
        // records name the labels that were found
        "label, jei, moroccotech, UNKNOWN",
        "label, jei, , UNKNOWN",
    })
    void codesAreCompared(String kind, String accepted, String actual, Answer expected) {
        List<Criterion> criteria =
                words(accepted).stream().map(code -> criterion(kind, code)).toList();
        Evaluated evaluated = evaluate(criteria, with(kind, words(actual)));
        assertEquals(expected, evaluated.answer());
        assertEquals(words(actual), evaluated.actual());
        assertEquals(words(accepted), evaluated.requirement().values());
    }

    @ParameterizedTest
    @CsvSource({
        // least, most, actual, answer
        "5, 50, 4, UNMET",
        "5, 50, 5, MET",
        "5, 50, 50, MET",
        "5, 50, 51, UNMET",
        "5, 50, , UNKNOWN",
        "5, , 4, UNMET",
        "5, , 5, MET",
        ", 50, 0, MET",
        ", 50, 51, UNMET",
        ", , 7, UNKNOWN",
    })
    void headcountIsWithinItsBounds(Integer min, Integer max, Integer headcount, Answer expected) {
        Criterion criterion = new Criterion("headcount", null, min, max, null, null, null);
        Applicant applicant = new Applicant(
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                false,
                null,
                null,
                headcount,
                Answer.MET);
        assertEquals(expected, evaluate(List.of(criterion), applicant).answer());
    }

    @ParameterizedTest
    @CsvSource({
        // least, most, founded, answer on 2026-11-30
        // at most five years: on the fifth anniversary still, on the day after it no more
        ", 5, 2021-12-01, MET",
        ", 5, 2021-11-30, MET",
        ", 5, 2021-11-29, UNMET",
        ", 5, 2021-11, UNKNOWN",
        ", 5, 2021-12, MET",
        ", 5, 2021-10, UNMET",
        ", 5, 2021, UNKNOWN",
        ", 5, 2022, MET",
        ", 5, 2020, UNMET",
        ", 5, 2020/2022, UNKNOWN",
        ", 5, , UNKNOWN",
        // at least one year: from the first anniversary on
        "1, , 2025-11-30, MET",
        "1, , 2025-12-01, UNMET",
        "1, , 2025-11, MET",
        "1, , 2025, UNKNOWN",
        "1, , 2024, MET",
        "1, , 2026, UNMET",
        "1, , , UNKNOWN",
        "1, 5, 2023, MET",
        "1, 5, 2025, UNKNOWN",
        "1, 5, 2020, UNMET",
        "1, 5, 2026-06, UNMET",
        // not founded yet
        "0, 5, 2026-12-01, UNMET",
        "0, 5, 2026-11-30, MET",
        ", , 2020, UNKNOWN",
    })
    void ageIsWithinItsBounds(Integer min, Integer max, String founded, Answer expected) {
        Criterion criterion = new Criterion("age", null, min, max, null, null, null);
        assertEquals(expected, evaluate(List.of(criterion), founded(founded)).answer());
    }

    @ParameterizedTest
    @CsvSource({
        // day, least, most, founded, answer
        // 29 February has its anniversary on 28 February or 1 March of other years
        "2025-02-27, 5, , 2020-02-29, UNMET",
        "2025-02-28, 5, , 2020-02-29, UNKNOWN",
        "2025-03-01, 5, , 2020-02-29, MET",
        "2025-02-28, , 5, 2020-02-29, MET",
        "2025-03-01, , 5, 2020-02-29, UNKNOWN",
        "2025-03-02, , 5, 2020-02-29, UNMET",
        "2024-02-28, 4, , 2020-02-29, UNMET",
        "2024-02-29, 4, 4, 2020-02-29, MET",
        "2024-03-01, , 4, 2020-02-29, UNMET",
        // the day itself is 29 February
        "2024-02-29, 1, , 2023-02-28, MET",
        "2024-02-29, , 1, 2023-02-28, UNMET",
        "2024-02-29, 1, 1, 2023-03-01, UNMET",
        "2024-02-29, , 5, 2019-03, MET",
        "2024-02-29, , 5, 2019-02, UNMET",
        // years at the bounds of ages
        "2026-12-31, 1, , 2025, MET",
        "2026-12-30, 1, , 2025, UNKNOWN",
        "2026-01-01, 1, , 2025, UNKNOWN",
        "2025-12-31, 1, , 2025, UNMET",
        "2026-01-01, , 5, 2021, MET",
        "2026-01-02, , 5, 2021, UNKNOWN",
        "2026-12-31, , 5, 2021, UNKNOWN",
        "2027-01-01, , 5, 2021, UNMET",
        // applications open on one of several days
        "2026-12, , 5, 2021-12-31, MET",
        "2026-12, , 5, 2021-12-30, UNKNOWN",
        "2026-12, , 5, 2021-12-01, UNKNOWN",
        "2026-12, , 5, 2021-11-30, UNMET",
        "2026-12, 1, , 2025-12-01, MET",
        "2026-12, 1, , 2025-12-02, UNKNOWN",
        "2026-12, 1, , 2026-01-01, UNMET",
    })
    void ageIsThatOnTheDay(String day, Integer min, Integer max, String founded, Answer expected) {
        Criterion criterion = new Criterion("age", null, min, max, null, null, null);
        assertEquals(
                expected, evaluate(List.of(criterion), founded(founded), day).answer());
    }

    @ParameterizedTest
    @CsvSource({
        // closing, least, most, founded, answer; one can apply from 2026-11-30
        "2026-12-15, 3, , 2023-12-15, MET",
        "2026-12-15, 3, , 2023-12-16, UNMET",
        "2026-12-15, 3, , 2023-12, UNKNOWN",
        "2026-12-15, 3, 3, 2023-11-30, MET",
        "2026-12-15, 3, 3, 2023-12-10, MET",
        "2026-12-15, 3, 3, 2023-11-29, UNMET",
        // the youngest on the first day
        "2026-12-15, , 3, 2023-11-29, UNMET",
        // it closes on one of several days
        "2026-12, 3, , 2023-12-01, MET",
        "2026-12, 3, , 2023-12-02, UNKNOWN",
        "2026-12, 3, , 2024-01-01, UNMET",
        "2026-11, 3, , 2023-11-20, MET",
        // nobody knows when it closes
        ", 3, , 2023-11-30, MET",
        ", 3, , 2023-12-01, UNKNOWN",
        ", , 3, 2023-11-29, UNMET",
    })
    void leastAgeMayBeReachedUntilTheClosing(
            String closing, Integer min, Integer max, String founded, Answer expected) {
        Criterion criterion = new Criterion("age", null, min, max, null, null, null);
        assertEquals(
                expected,
                evaluate(List.of(criterion), founded(founded), "2026-11-30", closing)
                        .answer());
    }

    @ParameterizedTest
    @CsvSource({
        // kind, date, founded, answer
        "founded_after, 2020-06-15, 2020-06-14, UNMET",
        "founded_after, 2020-06-15, 2020-06-15, MET",
        "founded_after, 2020-06-15, 2020-06, UNKNOWN",
        "founded_after, 2020-06-15, 2020, UNKNOWN",
        "founded_after, 2020-06-15, 2021, MET",
        "founded_after, 2020-06-15, 2019, UNMET",
        "founded_after, 2020, 2020, MET",
        "founded_after, 2020, 2019-12-31, UNMET",
        "founded_after, 2020, , UNKNOWN",
        "founded_after, , 2020, UNKNOWN",
        "founded_before, 2020-06-15, 2020-06-15, MET",
        "founded_before, 2020-06-15, 2020-06-16, UNMET",
        "founded_before, 2020-06-15, 2020-06, UNKNOWN",
        "founded_before, 2020, 2020-12-31, MET",
        "founded_before, 2020, 2021-01-01, UNMET",
        "founded_before, 2020, 2020/2021, UNKNOWN",
        "founded_before, 2020, , UNKNOWN",
        "founded_before, , 2020, UNKNOWN",
    })
    void foundationIsBesideItsDate(String kind, String date, String founded, Answer expected) {
        Criterion criterion = new Criterion(kind, null, null, null, PartialDate.ofNullable(date), null, null);
        assertEquals(expected, evaluate(List.of(criterion), founded(founded)).answer());
    }

    @Test
    void seatInAnotherCountryIsInNoRegion() {
        Applicant abroad = with("country", List.of("FR"));
        assertEquals(
                Answer.UNMET,
                evaluate(List.of(criterion("region", "MA-06")), abroad).answer());
        Applicant somewhere = with("country", List.of("MA"));
        assertEquals(
                Answer.UNKNOWN,
                evaluate(List.of(criterion("region", "MA-06")), somewhere).answer());
    }

    @ParameterizedTest
    @CsvSource({"jei, MET", "moroccotech, UNMET", ", UNMET"})
    void whoNamesAllLabelsHasNoOthers(String labels, Answer expected) {
        Applicant described = new Applicant(
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                words(labels),
                true,
                null,
                null,
                null,
                Answer.MET);
        assertEquals(
                expected,
                evaluate(List.of(criterion("label", "jei")), described).answer());
    }

    @Test
    void nothingIsUnmetForWantOfData() {
        for (CriterionKind kind : CriterionKind.values()) {
            Criterion criterion = new Criterion(kind.code(), "MA", 1, 2, PartialDate.of("2020"), "words", null);
            assertEquals(Answer.UNKNOWN, evaluate(List.of(criterion), NOBODY).answer(), kind::code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MET, MET|MET, ELIGIBLE, country|stage",
        "MET, MET|UNKNOWN, NOT_KNOWN, stage",
        "MET, UNMET|UNKNOWN, NOT_ELIGIBLE, country",
        "MET, UNMET|MET, NOT_ELIGIBLE, country",
        "MET, UNKNOWN|UNKNOWN, NOT_KNOWN, country|stage",
        "MET, , NOT_KNOWN, criteria",
        // the startup was sold, or closed
        "UNKNOWN, MET|MET, NOT_KNOWN, status",
        "UNKNOWN, MET|UNKNOWN, NOT_KNOWN, status|stage",
        "UNKNOWN, UNMET|MET, NOT_ELIGIBLE, country",
        "UNKNOWN, , NOT_KNOWN, status|criteria",
        "UNMET, MET|MET, NOT_ELIGIBLE, status",
        "UNMET, UNMET|MET, NOT_ELIGIBLE, status|country",
        "UNMET, , NOT_ELIGIBLE, status",
    })
    void verdictNamesWhatDecidesIt(Answer existence, String answers, Verdict expected, String decidedBy) {
        List<String> kinds = List.of("country", "stage");
        List<Answer> all = words(answers).stream().map(Answer::valueOf).toList();
        List<Evaluated> evaluated = Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .map(i -> new Evaluated(
                        Requirement.of(List.of(criterion(kinds.get(i), "x"))).get(0), all.get(i), List.of()))
                .toList();
        assertEquals(expected, Verdict.of(existence, evaluated));
        assertEquals(words(decidedBy), expected.decidedBy(existence, evaluated));
    }

    @Test
    void criteriaOfOneKindWithCodesAreAlternatives() {
        List<Requirement> requirements = Requirement.of(List.of(
                criterion("sector", "fintech"),
                new Criterion("age", null, null, 5, null, null, null),
                criterion("sector", "healthtech"),
                new Criterion("age", null, 1, null, null, null, null),
                criterion("of_a_later_release", "x")));
        assertEquals(
                List.of(CriterionKind.SECTOR, CriterionKind.AGE, CriterionKind.AGE, CriterionKind.OTHER),
                requirements.stream().map(Requirement::kind).toList());
        assertEquals(List.of("fintech", "healthtech"), requirements.get(0).values());
        assertEquals(
                List.of(0, 1, 3, 4),
                requirements.stream().map(Requirement::position).toList());
    }

    private static Evaluated evaluate(List<Criterion> criteria, Applicant applicant) {
        return evaluate(criteria, applicant, DAY);
    }

    /** Answers the only requirement for a window of one day, or of one month. */
    private static Evaluated evaluate(List<Criterion> criteria, Applicant applicant, String day) {
        return evaluate(criteria, applicant, day, day);
    }

    private static Evaluated evaluate(List<Criterion> criteria, Applicant applicant, String opening, String closing) {
        return new CriterionEvaluator(applicant, HIERARCHY, PartialDate.of(opening), PartialDate.ofNullable(closing))
                .evaluate(Requirement.of(criteria).get(0));
    }

    private static Criterion criterion(String kind, String code) {
        return new Criterion(kind, code, null, null, null, null, null);
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : Arrays.asList(text.split("\\|"));
    }

    private static Applicant founded(String founded) {
        return new Applicant(
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                false,
                null,
                PartialDate.ofNullable(founded),
                null,
                Answer.MET);
    }

    /** Returns an applicant of whom only the values of one kind are known. */
    private static Applicant with(String kind, List<String> values) {
        String one = values.stream().findFirst().orElse(null);
        return new Applicant(
                kind.equals("sector") ? values : List.of(),
                kind.equals("technology") ? values : List.of(),
                kind.equals("business_model") ? values : List.of(),
                kind.equals("stage") ? one : null,
                kind.equals("country") ? one : null,
                kind.equals("area") ? values : List.of(),
                kind.equals("region") ? one : null,
                kind.equals("label") ? values : List.of(),
                false,
                kind.equals("diaspora") && one != null ? Boolean.valueOf(one) : null,
                null,
                null,
                Answer.MET);
    }
}
