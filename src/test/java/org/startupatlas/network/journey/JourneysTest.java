package org.startupatlas.network.journey;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.network.route.WrittenNetwork;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.SettableDay;
import org.startupatlas.testing.Writes;

/** Tests journeys, and the figures of a cohort whose dates are known, each computed by hand. */
@QuarkusTest
@TestProfile(ForWriting.class)
class JourneysTest {

    private static final List<String> OUTCOMES = List.of("reached", "not_reached", "not_yet", "before", "unknown");

    private static final String PAGE = "https://www.example.org/journeys";

    @Inject
    SettableDay today;

    @BeforeEach
    void day() {
        today.set(LocalDate.of(2026, 11, 30));
    }

    @AfterEach
    void realDay() {
        today.set(null);
    }

    /** A program with a cohort of five, and an applicant that is no part of it. */
    private record Written(String program, String operator, String investor, String first) {

        static Written of(String name) {
            WrittenNetwork network = new WrittenNetwork(name);
            String operator = network.partner("operator");
            String investor = network.partner("investor");
            String program = network.create(
                    "programs",
                    "program",
                    ",\"operators\":[{\"partner\":\"" + operator + "\",\"name\":\"Operator\"}],\"editions\":["
                            + "{\"code\":\"2024\",\"start\":\"2024-01-15\",\"end\":\"2024-06-30\"},"
                            + "{\"code\":\"2025\",\"start\":\"2025-12-01\"},{\"code\":\"undated\"}]");
            String a = network.create(
                    "startups",
                    "a",
                    ",\"country\":\"FO\",\"founded\":\"2020\",\"status\":\"active\",\"markets\":[{\"country\":\"GL\","
                            + "\"state\":\"entered\",\"mode\":\"subsidiary\",\"since\":\"2024-07\"}],"
                            + provenance(
                                    claim("status", "\"value\":\"active\",\"used\":true,\"published\":\"2026-06-01\""),
                                    claim("markets", "\"value\":\"GL\",\"used\":true,\"url\":\"" + PAGE + "\"")));
            participate(network, a, program, ",\"edition\":\"2024\",\"state\":\"completed\"," + from(PAGE));
            round(
                    network,
                    a,
                    "2025-01-15",
                    "equity",
                    ",\"investors\":[{\"partner\":\"" + investor + "\",\"name\":\"Investor\"}]");
            String b = network.create(
                    "startups",
                    "b",
                    ",\"country\":\"FO\",\"status\":\"closed\",\"closed\":\"2025-06\",\"markets\":["
                            + "{\"country\":\"GL\",\"state\":\"entered\",\"since\":\"2024\"}]");
            participate(network, b, program, ",\"edition\":\"2024\"");
            round(network, b, "2023-05", "equity", "");
            String c = network.create(
                    "startups",
                    "c",
                    ",\"country\":\"FO\","
                            + provenance(claim(
                                    "markets",
                                    "\"absent\":\"not_applicable\",\"used\":true,\"published\":\"2026-06-01\"")));
            participate(network, c, program, ",\"edition\":\"2024\",\"from\":\"2024-03\"");
            round(network, c, "2025-03", null, "");
            String d = network.create("startups", "d", ",\"country\":\"FO\"");
            participate(network, d, program, ",\"edition\":\"undated\"");
            String f = network.create("startups", "f", "");
            participate(network, f, program, ",\"edition\":\"2025\"");
            String applicant = network.create("startups", "applicant", "");
            participate(network, applicant, program, ",\"edition\":\"2024\",\"state\":\"applied\"");
            return new Written(program, operator, investor, a);
        }

        private static void participate(WrittenNetwork network, String startup, String program, String members) {
            network.create(
                    "participations",
                    "in",
                    ",\"startup\":\"" + startup + "\",\"program\":\"" + program + "\"" + members);
        }

        private static void round(
                WrittenNetwork network, String startup, String date, String fundingClass, String members) {
            String ofClass = fundingClass == null ? "" : ",\"class\":\"" + fundingClass + "\"";
            network.create(
                    "funding_rounds",
                    "round",
                    ",\"startup\":\"" + startup + "\",\"date\":\"" + date + "\"" + ofClass + members);
        }

        private static String from(String url) {
            return provenance(
                    "{\"publisher\":\"press\",\"confidence\":\"reported\",\"used\":true,\"url\":\"" + url + "\"}");
        }

        private static String provenance(String... claims) {
            return "\"provenance\":[" + String.join(",", claims) + "]";
        }

        private static String claim(String field, String members) {
            return "{\"field\":\"" + field + "\",\"publisher\":\"press\",\"confidence\":\"reported\"," + members + "}";
        }
    }

    /** Returns the counts of each milestone and window, in the order of {@link #OUTCOMES}, and how many are decided. */
    private static Map<String, String> figures(JsonNode stats) {
        Map<String, String> figures = new TreeMap<>();
        for (JsonNode figure : stats.get("data")) {
            List<String> counts = new ArrayList<>();
            long sum = 0;
            for (String outcome : OUTCOMES) {
                counts.add(figure.get(outcome).asText());
                sum += figure.get(outcome).longValue();
            }
            assertEquals(stats.get("startups").longValue(), sum, figure::toString);
            assertEquals(stats.get("startups"), figure.get("startups"));
            figures.put(
                    figure.get("milestone").textValue() + " " + figure.get("months"),
                    String.join(" ", counts) + ", decided " + figure.get("decided"));
        }
        return figures;
    }

    private static JsonNode cohort(Written written, String query) {
        return Atlas.tree("/v1/stats/journeys?cohort=" + written.program() + query);
    }

    private static JsonNode figure(JsonNode stats, String milestone, int months) {
        for (JsonNode figure : stats.get("data")) {
            if (figure.get("milestone").textValue().equals(milestone)
                    && figure.get("months").intValue() == months) {
                return figure;
            }
        }
        throw new AssertionError(milestone + " " + months);
    }

    @Test
    void startIsNotKnownIfAnotherParticipationHasNoDate() {
        WrittenNetwork network = new WrittenNetwork("Twice");
        String program = network.create(
                "programs",
                "program",
                ",\"editions\":[{\"code\":\"2024\",\"start\":\"2024-01\"},{\"code\":\"other\"}]");
        String startup = network.create("startups", "startup", "");
        Written.participate(network, startup, program, ",\"edition\":\"2024\"");
        Written.participate(network, startup, program, ",\"edition\":\"other\"");
        JsonNode stats = Atlas.tree("/v1/stats/journeys?cohort=" + program);
        assertEquals(1, stats.get("startups").intValue());
        assertEquals(1, stats.get("undated").intValue());
    }

    @Test
    void figuresAreThoseComputedByHand() {
        Written written = Written.of("By hand");
        JsonNode stats = cohort(written, "");
        // a, b, c, d and f; the applicant did not take part.
        assertEquals(5, stats.get("startups").intValue());
        // d, whose edition has no dates.
        assertEquals(1, stats.get("undated").intValue());
        assertTrue(stats.get("edition").isNull());
        // a began on 2024-01-15, as b did; c in March 2024, f on 2025-12-01, d nobody knows when. Today: 2026-11-30.
        assertEquals(
                Map.ofEntries(
                        // a entered GL in July 2024: reached. b in 2024, which has days before 15 January: unknown.
                        // c: a source of 2026-06-01 says that there are no markets, after 2025-03-31: not reached.
                        // d unknown. f: open until 2026-12-01: not yet.
                        Map.entry("second_country 12", "1 1 1 0 2, decided 2"),
                        // c: 2026-03-31 is before 2026-06-01 too.
                        Map.entry("second_country 24", "1 1 1 0 2, decided 2"),
                        // c: open until March 2027: not yet.
                        Map.entry("second_country 36", "1 0 2 0 2, decided 1"),
                        // a raised on 2025-01-15, twelve months later to the day: reached. b only in 2023: before.
                        // c in March 2025: begun on 2024-03-01, only 1 March is within: unknown. d unknown, f not yet.
                        Map.entry("raised 12", "1 0 1 1 2, decided 1"),
                        // c: reached by 2026-03-01, the earliest end.
                        Map.entry("raised 24", "2 0 1 1 1, decided 2"),
                        Map.entry("raised 36", "2 0 1 1 1, decided 2"),
                        // As above, but of c it is not known what money it was.
                        Map.entry("raised_equity_or_debt 12", "1 0 1 1 2, decided 1"),
                        Map.entry("raised_equity_or_debt 24", "1 0 1 1 2, decided 1"),
                        Map.entry("raised_equity_or_debt 36", "1 0 1 1 2, decided 1"),
                        // a: active on 2026-06-01, after 2025-01-15: not reached. b closed in June 2025, after it: not
                        // reached. c: a round on 2025-03-01 at the earliest, which is not after 2025-03-31: unknown.
                        // d unknown. f not yet.
                        Map.entry("closed 12", "0 2 1 0 2, decided 2"),
                        // a: after 2026-01-15 too. b: reached.
                        Map.entry("closed 24", "1 1 1 0 2, decided 2"),
                        // a: open until 2027-01-15. c: until March 2027. f: until 2028-12-01.
                        Map.entry("closed 36", "1 0 3 0 1, decided 1")),
                figures(stats));
        // The windows of a, b and c have passed; those of 36 months have not.
        assertEquals(
                List.of(3, 3, 0),
                Stream.of(12, 24, 36)
                        .map(months ->
                                figure(stats, "closed", months).get("passed").intValue())
                        .toList());
    }

    @Test
    void evidenceSaysThroughWhom() {
        Written written = Written.of("Through");
        JsonNode stats = cohort(written, "");
        // The page that says that a entered GL also says that it took part.
        JsonNode abroad = figure(stats, "second_country", 12);
        assertEquals(List.of(written.operator() + " 1", written.program() + " 1"), through(abroad));
        assertEquals(0, abroad.get("through_unknown").intValue());
        // The investor in the round of a; in that of c nobody is known.
        JsonNode raised = figure(stats, "raised", 24);
        assertEquals(List.of(written.investor() + " 1"), through(raised));
        assertEquals(1, raised.get("through_unknown").intValue());
    }

    @Test
    void sourceOfTheWholeStartupProvesNoStep() {
        WrittenNetwork network = new WrittenNetwork("Whole");
        String program =
                network.create("programs", "program", ",\"editions\":[{\"code\":\"2024\",\"start\":\"2024-01-15\"}]");
        String startup = network.create(
                "startups",
                "startup",
                ",\"country\":\"FO\",\"markets\":[{\"country\":\"GL\",\"state\":\"entered\",\"since\":\"2024-07\"}],"
                        + Written.from(PAGE));
        Written.participate(network, startup, program, ",\"edition\":\"2024\"," + Written.from(PAGE));
        JsonNode abroad = figure(Atlas.tree("/v1/stats/journeys?cohort=" + program), "second_country", 12);
        assertEquals(1, abroad.get("reached").intValue());
        assertEquals(List.of(), through(abroad));
        assertEquals(1, abroad.get("through_unknown").intValue());
    }

    @Test
    void companyInTheOwnCountryIsNotAbroad() {
        WrittenNetwork network = new WrittenNetwork("Own country");
        String startup = network.create(
                "startups",
                "startup",
                ",\"country\":\"FO\",\"markets\":[{\"country\":\"FO\",\"state\":\"entered\",\"mode\":\"subsidiary\"}]");
        JsonNode journey = Atlas.tree("/v1/startups/" + startup + "/journey");
        assertEquals("market_entered", journey.at("/steps/0/kind").textValue());
        assertTrue(journey.get("not_known").toString().contains("entity_abroad"), journey::toString);
    }

    @Test
    void startupsThatBeginAfterTheDayAreInNoCohort() {
        Written written = Written.of("Earlier");
        // a and b begin on 2024-01-15, c in March, f on 2025-12-01; d may have begun.
        assertEquals(1, cohort(written, "&on=2024-01-14").get("startups").intValue());
        assertEquals(3, cohort(written, "&on=2024-01-15").get("startups").intValue());
        assertEquals(4, cohort(written, "&on=2024-03-01").get("startups").intValue());
        assertEquals(5, cohort(written, "&on=2025-12-01").get("startups").intValue());
    }

    private static List<String> through(JsonNode figure) {
        List<String> through = new ArrayList<>();
        figure.get("through")
                .forEach(each -> through.add(each.at("/node/id").textValue() + " " + each.get("startups")));
        return through;
    }

    @Test
    void editionHasACohortOfItsOwn() {
        Written written = Written.of("Editions");
        JsonNode stats = cohort(written, "&edition=2025");
        assertEquals("2025", stats.get("edition").textValue());
        assertEquals("0 0 1 0 0, decided 0", figures(stats).get("closed 12"));
        // Its window ends on 2026-12-01; on that day it is still open, on the next nobody knows.
        assertEquals(
                "0 0 1 0 0, decided 0",
                figures(cohort(written, "&edition=2025&on=2026-12-01")).get("closed 12"));
        assertEquals(
                "0 0 0 0 1, decided 0",
                figures(cohort(written, "&edition=2025&on=2026-12-02")).get("closed 12"));
        assertEquals(3, cohort(written, "&edition=2024").get("startups").intValue());
        // On the day before the round of a, it has not raised yet, as c; b did before.
        assertEquals(
                "0 0 2 1 0, decided 0",
                figures(cohort(written, "&edition=2024&on=2025-01-14")).get("raised 12"));
        assertEquals(
                "1 0 1 1 0, decided 1",
                figures(cohort(written, "&edition=2024&on=2025-01-15")).get("raised 12"));
    }

    @Test
    void figuresAreATableToo() {
        Written written = Written.of("Table");
        String path = "/v1/stats/journeys?cohort=" + written.program() + "&format=csv";
        String[] lines = Atlas.get(200, path).asString().split("\r\n");
        assertEquals(
                "milestone,months,startups,passed,decided,reached,not_reached,not_yet,before,unknown,through,"
                        + "through_unknown",
                lines[0]);
        assertEquals(13, lines.length);
        assertEquals("second_country,36,5,0,1,1,0,2,0,2,", lines[3].substring(0, lines[3].indexOf('"')));
        assertEquals(
                Atlas.get(200, path).asString(),
                given().accept("text/csv")
                        .get("/v1/stats/journeys?cohort=" + written.program())
                        .asString());
        assertEquals(
                "PK", Atlas.get(200, path.replace("csv", "xlsx")).asString().substring(0, 2));
    }

    @Test
    void emptyCohortHasFiguresOfNobody() {
        String program = new WrittenNetwork("Nobody").create("programs", "program", "");
        JsonNode stats = Atlas.tree("/v1/stats/journeys?cohort=" + program);
        assertEquals(0, stats.get("startups").intValue());
        assertEquals("0 0 0 0 0, decided 0", figures(stats).get("raised 36"));
    }

    @Test
    void journeyIsInTheOrderOfTimeWithEvidence() {
        Written written = Written.of("Ordered");
        JsonNode journey = Atlas.tree("/v1/startups/" + written.first() + "/journey?lang=fr");
        List<String> steps = new ArrayList<>();
        journey.get("steps")
                .forEach(step -> steps.add(
                        step.get("kind").textValue() + " " + step.get("date").asText() + " "
                                + step.at("/node/name").asText() + " "
                                + step.at("/evidence/pointer").textValue() + " "
                                + step.get("unknown")));
        assertEquals(
                List.of(
                        "founded 2020  /founded [\"day\",\"sources\"]",
                        "participation 2024-01-15 Ordered program /program [\"outcome\"]",
                        "entity_abroad 2024-07 Groenland /markets/0 [\"day\"]",
                        "round 2025-01-15   [\"type\",\"amount\",\"sources\"]"),
                steps);
        assertEquals("[]", journey.get("not_known").toString());
        assertEquals("[\"exit\",\"closed\"]", journey.get("none").toString());
        JsonNode participation = journey.at("/steps/1");
        assertEquals("2024", participation.get("edition").textValue());
        assertEquals("completed", participation.get("state").textValue());
        assertEquals(PAGE, participation.at("/sources/0/url").textValue());
        assertEquals(written.investor(), journey.at("/steps/3/partners/0/id").textValue());
        assertEquals("equity", journey.at("/steps/3/class").textValue());
        assertEquals(
                participation.at("/evidence/id"),
                Atlas.tree(participation.at("/evidence/link").textValue()).get("id"));
    }

    @Test
    void whatNoRecordNamesIsNotKnown() {
        WrittenNetwork network = new WrittenNetwork("Unknown");
        JsonNode journey = Atlas.tree("/v1/startups/" + network.startup("startup") + "/journey");
        assertEquals(0, journey.get("steps").size());
        assertEquals(
                "[\"founded\",\"participation\",\"round\",\"market_entered\",\"entity_abroad\",\"exit\",\"closed\"]",
                journey.get("not_known").toString());
        assertEquals("[]", journey.get("none").toString());
    }

    @Test
    void stepsWithoutDateAreTheLastAndSayHowFarTheyAreKnown() {
        WrittenNetwork network = new WrittenNetwork("Undated");
        String startup = network.create(
                "startups",
                "startup",
                ",\"country\":\"FO\",\"founded_year\":2019,\"status\":\"acquired\",\"markets\":["
                        + "{\"country\":\"GL\"},{\"country\":\"PM\",\"state\":\"exploring\"},"
                        + "{\"country\":\"IS\",\"since\":\"2022\"}]");
        network.create(
                "funding_rounds",
                "sale",
                ",\"startup\":\"" + startup + "\",\"date\":\"2025\",\"class\":\"exit\",\"type\":\"acquisition\"");
        List<String> steps = new ArrayList<>();
        Atlas.tree("/v1/startups/" + startup + "/journey")
                .get("steps")
                .forEach(step -> steps.add(step.get("kind").textValue() + " "
                        + step.get("date").asText() + " " + step.at("/node/id").asText()));
        assertEquals(
                List.of(
                        "founded 2019 ",
                        "market_entered 2022 IS",
                        "exit 2025 ",
                        "market_planned null PM",
                        "market null GL"),
                steps);
    }

    @Test
    void responseIsRevalidatedAndWaitsForARevision() {
        Written written = Written.of("Cached");
        String path = "/v1/startups/" + written.first() + "/journey";
        for (String each : List.of(path, "/v1/stats/journeys?cohort=" + written.program())) {
            Response first = Atlas.get(200, each);
            String tag = first.header("ETag");
            assertEquals(304, given().header("If-None-Match", tag).get(each).statusCode());
            Atlas.get(200, Atlas.with(each, "min_revision", first.header("Atlas-Revision")));
            // The same notes again would be no change.
            Writes.patch(200, "/v1/startups/" + written.first(), version(written), "{\"notes\":\"" + each + "\"}");
            assertNotEquals(tag, Atlas.get(200, each).header("ETag"));
        }
        today.set(LocalDate.of(2026, 12, 1));
        assertEquals("2026-12-01", Atlas.tree(path).at("/meta/on").textValue());
    }

    private static int version(Written written) {
        return Atlas.tree("/v1/startups/" + written.first()).get("version").intValue();
    }

    @Test
    void formerSlugLeadsToTheJourney() {
        String startup = new WrittenNetwork("Renamed").startup("before");
        Writes.patch(200, "/v1/startups/" + startup, 1, "{\"slug\":\"renamed-after\"}");
        Response moved = given().redirects().follow(false).get("/v1/startups/renamed-before/journey?lang=en");
        assertEquals(308, moved.statusCode());
        assertTrue(moved.header("Location").endsWith("/v1/startups/renamed-after/journey?lang=en"));
        assertEquals(
                "unknown-record",
                Atlas.problem(404, "/v1/startups/no-such/journey").code());
    }

    @ParameterizedTest
    @CsvSource({
        "lang=en, cohort, required",
        "cohort=no-such-program, cohort, unknown-reference",
        "cohort=chari, cohort, unknown-reference",
        "cohort=212-founders&edition=1999, edition, unknown-value",
        "cohort=212-founders&on=soon, on, invalid-value",
        "cohort=212-founders&editon=2025, editon, unknown-parameter",
    })
    void wrongParameterIsRejected(String query, String parameter, String code) {
        ProblemAnswer.Error error =
                Atlas.problem(400, "/v1/stats/journeys?" + query).errors().get(0);
        assertEquals(parameter, error.parameter());
        assertEquals(code, error.code());
    }

    @Test
    void wrongWordsAreAnsweredWithTheRightOnes() {
        Written written = Written.of("Suggested");
        ProblemAnswer edition = Atlas.problem(400, "/v1/stats/journeys?cohort=suggested-program&edition=2026");
        assertTrue(edition.errors().get(0).detail().contains("2024, 2025, undated"), edition::toString);
        assertEquals(
                "suggested-program",
                Atlas.problem(400, "/v1/stats/journeys?cohort=sugested-program").didYouMean());
        assertEquals(
                written.program(),
                Atlas.tree("/v1/stats/journeys?cohort=suggested-program&edition=undated")
                        .at("/cohort/id")
                        .textValue());
    }
}
