package org.startupatlas.network.opportunity;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.ProblemAnswer;
import org.startupatlas.testing.SettableDay;
import org.startupatlas.testing.Writes;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Tests what startups can apply for, on which day, and what the answers say of their criteria. */
@QuarkusTest
@TestProfile(ForWriting.class)
class OpportunitiesTest {

    private static final String CRITERIA =
            """
            ,"criteria":[
            {"kind":"country","code":"MA","source":"https://www.example.org/rules"},
            {"kind":"sector","code":"fintech","note":"Fintech ou santé","source":"https://www.example.org/rules"},
            {"kind":"sector","code":"healthtech","note":"Fintech ou santé","source":"https://www.example.org/rules"},
            {"kind":"age","max":5,"note":"Moins de 5 ans","source":"https://www.example.org/rules"},
            {"kind":"label","code":"jei"}]""";

    @Inject
    SettableDay today;

    @BeforeEach
    void day() {
        today.set(LocalDate.of(2031, 5, 10));
    }

    @AfterEach
    void realDay() {
        today.set(null);
    }

    @Test
    void editionIsOpenUntilItsLastDay() {
        String program = program("Closing", "", "2031-05-01", "2031-05-10");
        JsonNode item = of(program, "");
        assertEquals("open", item.get("state").textValue());
        assertEquals("2031-05-10T23:59:59+01:00", item.get("closes_at").textValue());
        assertTrue(item.get("verdict").isNull());
        assertEquals(0, item.get("decided_by").size());
        today.set(LocalDate.of(2031, 5, 11));
        assertTrue(of(program, "").isMissingNode());
        assertEquals("open", of(program, "?on=2031-05-10").get("state").textValue());
    }

    @Test
    void editionThatOpensWithinTheDaysIsAhead() {
        String program = program("Opening", "", "2031-06-09", "2031-07");
        assertEquals("ahead", of(program, "").get("state").textValue());
        assertTrue(of(program, "?within=29").isMissingNode());
        assertEquals("may_be_open", of(program, "?on=2031-07-15").get("state").textValue());
    }

    @Test
    void endedProgramTakesNobody() {
        String program = program("Ended", ",\"status\":\"ended\"", "2031-05-01", "2031-05-20");
        assertTrue(of(program, "").isMissingNode());
    }

    @Test
    void criteriaAreAnsweredWithBothValuesAndTheSource() {
        String program = program("Choosy", CRITERIA, "2031-05-01", "2031-05-20");
        String startup =
                create("startups", "Applicant", ",\"country\":\"MA\",\"sectors\":[\"agritech\"],\"founded\":\"2028\"");
        JsonNode item = of(program, "?for=" + startup);
        assertEquals("not_eligible", item.get("verdict").textValue());
        assertEquals("[\"sector\"]", item.get("decided_by").toString());
        assertEquals(List.of("country met", "sector unmet", "age met", "label unknown"), answers(item));
        assertEquals(
                Atlas.json(
                        """
                        {"kind":"sector","answer":"unmet","required":["fintech","healthtech"],"min":null,"max":null,
                        "actual":["agritech"],"notes":["Fintech ou santé"],
                        "sources":["https://www.example.org/rules"],"pointer":"/criteria/1"}"""),
                item.at("/criteria/1"));
        assertEquals("[\"2028\"]", item.at("/criteria/2/actual").toString());
        assertEquals(5, item.at("/criteria/2/max").intValue());
        Writes.patch(200, "/v1/startups/" + startup, 1, "{\"sectors\":[\"healthtech\"]}");
        item = of(program, "?for=applicant");
        assertEquals("not_known", item.get("verdict").textValue());
        assertEquals("[\"label\"]", item.get("decided_by").toString());
        Writes.patch(200, "/v1/startups/" + startup, 2, "{\"official_labels\":[\"jei\"]}");
        assertEquals("eligible", of(program, "?for=" + startup).get("verdict").textValue());
    }

    @Test
    void startupThatIsNoCompanyOfItsOwnIsNotEligible() {
        String program = program("For all of Togo", criterion("TG"), "2031-05-01", "2031-05-20");
        String startup = create("startups", "Once in Togo", ",\"country\":\"TG\",\"status\":\"acquired\"");
        JsonNode item = of(program, "?for=" + startup);
        assertEquals("not_known", item.get("verdict").textValue());
        assertEquals("[\"status\"]", item.get("decided_by").toString());
        Writes.patch(200, "/v1/startups/" + startup, 1, "{\"status\":\"closed\",\"closed\":\"2031-05-10\"}");
        item = of(program, "?for=" + startup);
        assertEquals("not_eligible", item.get("verdict").textValue());
        assertEquals("[\"status\"]", item.get("decided_by").toString());
        assertEquals(
                "eligible",
                of(program, "?on=2031-05-09&for=" + startup).get("verdict").textValue());
    }

    @Test
    void opportunitiesAreFilteredByTheirVerdict() {
        Map<String, String> programs = Map.of(
                "eligible", program("Open to Togo", criterion("TG"), "2031-05-01", "2031-05-20"),
                "not_eligible", program("Closed to Togo", criterion("BJ"), "2031-05-01", "2031-05-20"),
                "not_known", program("Unclear to Togo", "", "2031-05-01", "2031-05-20"));
        String startup = create("startups", "Applicant of Togo", ",\"country\":\"TG\"");
        String all = "/v1/opportunities?limit=1000&for=" + startup;
        long total = 0;
        for (String verdict : programs.keySet()) {
            JsonNode page = Atlas.tree(all + "&verdict=" + verdict);
            programs.forEach((of, program) ->
                    assertEquals(!of.equals(verdict), item(page, program).isMissingNode(), verdict + " " + of));
            page.get("data")
                    .forEach(item -> assertEquals(verdict, item.get("verdict").textValue()));
            assertEquals(page.get("data").size(), page.get("total").intValue());
            total += page.get("total").intValue();
        }
        assertEquals(Atlas.tree(all).get("total").intValue(), total);
        JsonNode possible = Atlas.tree(all + "&verdict=eligible&verdict=not_known");
        assertTrue(item(possible, programs.get("not_eligible")).isMissingNode());
        assertEquals(possible, Atlas.tree(all + "&verdict=eligible,not_known"));
        Response described = given().contentType("application/json")
                .body("{\"country\":\"TG\"}")
                .post("/v1/opportunities?limit=1000&verdict=not_eligible");
        assertEquals(
                "not_eligible",
                item(Atlas.json(described.asString()), programs.get("not_eligible"))
                        .path("verdict")
                        .textValue());
        assertTrue(
                item(Atlas.json(described.asString()), programs.get("eligible")).isMissingNode());
    }

    private static String criterion(String country) {
        return ",\"criteria\":[{\"kind\":\"country\",\"code\":\"" + country + "\"}]";
    }

    @Test
    void limitCutsTheListAndTotalSaysHowManyThereAre() {
        program("First of several", "", "2031-05-01", "2031-05-11");
        program("Second of several", "", "2031-05-01", "2031-05-12");
        JsonNode all = Atlas.tree("/v1/opportunities?limit=1000");
        JsonNode first = Atlas.tree("/v1/opportunities?limit=1");
        assertEquals(1, first.get("data").size());
        assertEquals(all.at("/data/0"), first.at("/data/0"));
        assertEquals(all.get("data").size(), first.get("total").intValue());
    }

    @Test
    void ageIsUnknownWhereTheDayOfTheOpeningDecidesIt() {
        String program =
                program("Opens in a month", ",\"criteria\":[{\"kind\":\"age\",\"max\":5}]", "2031-06", "2031-07-20");
        String startup = create("startups", "Turns five in June", ",\"founded\":\"2026-06-15\"");
        JsonNode item = of(program, "?for=" + startup);
        assertEquals("ahead", item.get("state").textValue());
        assertEquals(List.of("age unknown"), answers(item));
        assertEquals(List.of("age met"), answers(of(program, "?on=2031-06-15&for=" + startup)));
        assertEquals(List.of("age unmet"), answers(of(program, "?on=2031-06-16&for=" + startup)));
    }

    @Test
    void withoutCriteriaNothingIsKnown() {
        String program = program("Only words", ",\"eligibility\":{\"fr\":\"Sur dossier\"}", "2031-05-01", "2031-05-20");
        JsonNode item = of(program, "?for=chari&lang=en");
        assertEquals("not_known", item.get("verdict").textValue());
        assertEquals("[\"criteria\"]", item.get("decided_by").toString());
        assertEquals("Sur dossier", item.get("eligibility").textValue());
    }

    @Test
    void describedStartupIsAnswered() {
        String program = program("For the described", CRITERIA, "2031-05-01", "2031-05-20");
        Response answer = given().contentType("application/json")
                .body("{\"country\":\"MA\",\"sectors\":[\"fintech\"],\"founded\":\"2026-05-10\","
                        + "\"official_labels\":[]}")
                .post("/v1/opportunities?limit=1000");
        assertEquals(200, answer.statusCode(), answer::asString);
        JsonNode item = item(Atlas.json(answer.asString()), program);
        assertEquals(List.of("country met", "sector met", "age met", "label unmet"), answers(item));
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    void wrongDescriptionIsRejected() {
        Response answer = given().contentType("application/json")
                .body("{\"sectors\":[\"fintek\"],\"stage\":1,\"founded\":\"soon\",\"headcount\":-1,\"sektor\":1}")
                .post("/v1/opportunities");
        assertEquals(
                List.of(
                        "/sektor unknown-property",
                        "/sectors/0 unknown-code",
                        "/stage wrong-type",
                        "/founded invalid-value",
                        "/headcount number-out-of-range"),
                Atlas.problem(422, answer).errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "10000001, number-out-of-range",
        "3000000000, number-out-of-range",
        "99999999999999999999, number-out-of-range",
        "6.5, wrong-type",
        "'\"6\"', wrong-type",
    })
    void wrongHeadcountIsRejected(String headcount, String code) {
        Response answer = given().contentType("application/json")
                .body("{\"headcount\":" + headcount + "}")
                .post("/v1/opportunities");
        ProblemAnswer.Error error = Atlas.problem(422, answer).errors().get(0);
        assertEquals("/headcount", error.pointer());
        assertEquals(code, error.code());
        assertEquals(code.equals("number-out-of-range"), error.detail().contains(headcount), error.detail());
    }

    @ParameterizedTest
    @CsvSource({
        "for=no-such-startup, for, unknown-reference",
        "within=367, within, out-of-range",
        "within=-1, within, out-of-range",
        "format=csv, format, unknown-value",
        "on=tomorrow, on, invalid-value",
        "withn=3, withn, unknown-parameter",
        "verdict=eligible, verdict, only-together",
        "'for=chari&verdict=eligible,perhaps', verdict, unknown-value",
    })
    void wrongParameterIsRejected(String query, String parameter, String code) {
        ProblemAnswer.Error error =
                Atlas.problem(400, "/v1/opportunities?" + query).errors().get(0);
        assertEquals(parameter, error.parameter());
        assertEquals(code, error.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'colour'} | /kind invalid-value",
                "{'kind':'sector'} | /code required",
                "{'kind':'sector','code':'fintek'} | /code unknown-code",
                "{'kind':'diaspora','code':'yes'} | /code invalid-value",
                "{'kind':'age'} | /min required",
                "{'kind':'age','min':5,'max':4} | /max number-out-of-range",
                "{'kind':'age','max':201} | /max number-out-of-range",
                "{'kind':'age','min':2020} | /min number-out-of-range",
                "{'kind':'age','min':2020,'max':200} | /min number-out-of-range",
                "{'kind':'headcount','max':10000001} | /max number-out-of-range",
                "{'kind':'founded_after'} | /date required",
                "{'kind':'other'} | /note required",
                "{'kind':'sector','code':'fintech','min':1} | /min unknown-property",
                "{'kind':'age','max':1,'date':'2020'} | /date unknown-property",
                "{'kind':'other','note':'a','code':'b'} | /code unknown-property",
            })
    void criterionHasWhatItsKindNeeds(String criterion, String expected) {
        ProblemAnswer problem = Writes.problem(Writes.post(
                422, "/v1/programs", ("{\"name\":\"Wrong\",\"criteria\":[" + criterion + "]}").replace('\'', '"')));
        assertEquals(
                List.of("/criteria/0" + expected),
                problem.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList());
    }

    @Test
    void programsAreFilteredByTheirCriteria() {
        String program = create("programs", "Filtered", ",\"criteria\":[{\"kind\":\"region\",\"code\":\"MA-09\"}]");
        assertEquals(
                List.of(program),
                Atlas.walk(JsonNode.class, "/v1/programs?criteria.kind=region&criteria.code=MA-09").stream()
                        .map(found -> found.get("id").textValue())
                        .toList());
    }

    @Test
    void calendarHasTheDaysOfEachEdition() {
        String program = program("Calendared", "", "2031-06-01", "2031-06-20");
        Response answer = Atlas.get(200, "/v1/opportunities?format=ics&limit=1000&lang=fr");
        assertEquals("text/calendar;charset=utf-8", answer.contentType());
        String calendar = answer.asString().replace("\r\n ", "");
        assertTrue(calendar.contains("UID:" + program + "-2031-opens@startupatlas.org\r\n"), calendar);
        assertTrue(
                calendar.contains("DTSTART;VALUE=DATE:20310620\r\nDTEND;VALUE=DATE:20310621\r\n"
                        + "SUMMARY:Calendared (2031) : clôture des candidatures\r\n"),
                calendar);
    }

    @Test
    void lastDayOfAllYearsIsInEveryFormat() throws Exception {
        String program = program("Never closes", "", "2031-05-01", "9999-12-31");
        assertEquals(
                "9999-12-31T23:59:59+01:00", of(program, "").get("closes_at").textValue());
        String calendar = Atlas.get(200, "/v1/opportunities?format=ics&limit=1000")
                .asString()
                .replace("\r\n ", "");
        assertTrue(calendar.contains("UID:" + program + "-2031-closes@startupatlas.org\r\n"), calendar);
        assertEquals(
                List.of("Never closes (2031): applications close, 9999-12-31"),
                entries("/v1/opportunities?format=atom&limit=1000", program).stream()
                        .map(entry -> text(entry, "title"))
                        .toList());
        Atlas.get(200, "/explore/en/opportunities");
    }

    @Test
    void feedHasTheDaysOfEachEdition() throws Exception {
        String program = program("Fed & read", "", "2031-05-01", "2031-05-20");
        String path = "/v1/opportunities?for=chari&format=atom&limit=1000";
        assertEquals("application/atom+xml;charset=utf-8", Atlas.get(200, path).contentType());
        assertEquals(
                List.of(
                        "Fed & read (2031): applications close, 2031-05-20 | Not known whether eligible; it depends on: conditions that are not known."),
                entries(path, program).stream()
                        .map(entry -> text(entry, "title") + " | " + text(entry, "summary"))
                        .toList());
        Element link = (Element) entries("/v1/opportunities?format=atom&lang=fr&limit=1000", program)
                .get(0)
                .getElementsByTagName("link")
                .item(0);
        assertEquals("/explore/fr/programs/fed-read", link.getAttribute("href"));
        Atlas.get(200, "/explore/fr/programs/fed-read");
    }

    @Test
    void entriesChangeWithTheStartupThatTheyAnswer() throws Exception {
        String program = program("Fed again", criterion("GM"), "2031-05-01", "2031-05-20");
        String startup = create("startups", "Applicant of the Gambia", ",\"country\":\"GN\"");
        String path = "/v1/opportunities?format=atom&limit=1000";
        String ofProgram = text(entries(path, program).get(0), "updated");
        assertEquals(Atlas.tree("/v1/programs/" + program).get("updated_at").textValue(), ofProgram);
        Response written = Writes.patch(200, "/v1/startups/" + startup, 1, "{\"country\":\"GM\"}");
        String ofStartup = Atlas.json(written.asString()).get("updated_at").textValue();
        assertEquals(
                List.of(ofStartup),
                entries(path + "&for=" + startup, program).stream()
                        .map(entry -> text(entry, "updated"))
                        .toList());
        assertEquals(ofStartup, text(feed(path + "&for=" + startup), "updated"));
        assertEquals(ofProgram, text(entries(path, program).get(0), "updated"));
    }

    /** Returns the entries of a program in a feed. */
    private static List<Element> entries(String path, String program) throws Exception {
        NodeList all = feed(path).getElementsByTagName("entry");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .filter(entry -> text(entry, "id").contains(program))
                .toList();
    }

    private static Element feed(String path) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Atlas.get(200, path).asByteArray()))
                .getDocumentElement();
    }

    /** Returns the first text of a name in an element. */
    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    private static List<String> answers(JsonNode item) {
        List<String> answers = new ArrayList<>();
        item.get("criteria")
                .forEach(criterion -> answers.add(criterion.get("kind").textValue() + " "
                        + criterion.get("answer").textValue()));
        return answers;
    }

    /** Returns the opportunity of a program; missing if it is not listed. */
    private static JsonNode of(String program, String query) {
        String path = "/v1/opportunities" + query + (query.isEmpty() ? "?" : "&") + "limit=1000";
        return item(Atlas.tree(path), program);
    }

    private static JsonNode item(JsonNode page, String program) {
        for (JsonNode item : page.get("data")) {
            if (item.at("/program/id").textValue().equals(program)) {
                return item;
            }
        }
        return page.path("none");
    }

    private static String program(String name, String members, String opens, String closes) {
        return create(
                "programs",
                name,
                members + ",\"editions\":[{\"code\":\"2031\",\"applications_open\":\"" + opens
                        + "\",\"applications_close\":\"" + closes + "\"}]");
    }

    private static String create(String resource, String name, String members) {
        String id = Writes.create(JsonNode.class, "/v1/" + resource, "{\"name\":\"" + name + "\"" + members + "}")
                .get("id")
                .textValue();
        return UUID.fromString(id).toString();
    }
}
