package org.startupatlas.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.startupatlas.record.CriterionKind;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.ForWriting;
import org.startupatlas.testing.SettableDay;
import org.startupatlas.testing.Writes;

/** Tests the page of what is open, and its form. */
@QuarkusTest
@TestProfile(ForWriting.class)
class OpportunityPagesTest {

    private static final String PAGE = "/explore/en/opportunities";

    private static final String RULES = "https://rules.example.org/criteria";

    @Inject
    SettableDay today;

    @BeforeEach
    void day() {
        today.set(LocalDate.of(2033, 5, 10));
    }

    @AfterEach
    void realDay() {
        today.set(null);
    }

    /** Creates a program that is open, and returns its slug. */
    private static String program(String name, String members) {
        return create(
                "programs",
                name,
                members + ",\"editions\":[{\"code\":\"call-2033\",\"applications_open\":\"2033-05-01\","
                        + "\"applications_close\":\"2033-05-20\"}]");
    }

    private static String create(String resource, String name, String members) {
        return Writes.create(JsonNode.class, "/v1/" + resource, "{\"name\":\"" + name + "\"" + members + "}")
                .get("slug")
                .textValue();
    }

    private static String criteria(String... criteria) {
        return ",\"criteria\":["
                + Stream.of(criteria)
                        .map(criterion -> "{" + criterion.replace('\'', '"')
                                + ",\"note\":\"As published\",\"source\":\"" + RULES + "\"}")
                        .reduce((one, other) -> one + "," + other)
                        .orElseThrow()
                + "]";
    }

    /** Returns the part of the page that is about a program; empty if it is not listed. */
    private static String article(String html, String program) {
        return Stream.of(html.split("<article class=\"match\">"))
                .skip(1)
                .map(article -> article.split("</article>")[0])
                .filter(article -> article.contains("/programs/" + program + "\""))
                .findFirst()
                .orElse("");
    }

    private static void assertContains(String html, String... parts) {
        for (String part : parts) {
            assertTrue(html.contains(part), () -> part + " is not in " + html);
        }
    }

    @Test
    void editionIsShownWithItsDatesInMoroccoUntilItsLastDay() {
        String program = program(
                "Page open",
                ",\"type\":\"grant\",\"website\":\"https://www.example.org/page\",\"eligibility\":{\"fr\":\"Sur dossier\"}");
        String article = article(Pages.html(PAGE), program);
        assertContains(
                article,
                "call-2033",
                "Grant",
                "1 May 2033",
                "<time datetime=\"2033-05-20T23:59:59+01:00\">20 May 2033, 23:59 in Morocco (\u2068UTC+01:00\u2069)</time>",
                "https://www.example.org/page",
                "lang=\"fr\" dir=\"auto\">Sur dossier",
                "no structured criteria");
        assertFalse(article.contains("decision"), article);
        today.set(LocalDate.of(2033, 5, 20));
        assertFalse(article(Pages.html(PAGE), program).isEmpty());
        today.set(LocalDate.of(2033, 5, 21));
        assertTrue(article(Pages.html(PAGE), program).isEmpty());
        String last = Pages.html(PAGE + "?on=2033-05-20");
        assertFalse(article(last, program).isEmpty());
        assertContains(last, "Shown as of 20 May 2033.");
        assertFalse(Pages.html(PAGE).contains("Shown as of"));
    }

    @Test
    void programShowsItsCriteriaWithTheirSources() {
        String program =
                program("Page of a program", criteria("'kind':'country','code':'MA'", "'kind':'headcount','max':50"));
        String html = Pages.html("/explore/en/programs/" + program);
        String section = html.substring(html.indexOf("id=\"criteria-heading\"")).split("</section>")[0];
        assertContains(section, "Who can apply", "\u2068Morocco\u2069", "50", "As published", RULES);
        assertFalse(section.contains("<strong>"), "there is no applicant");
        assertFalse(Pages.html("/explore/en/programs/" + program("Page without criteria", ""))
                .contains("criteria-heading"));
    }

    @Test
    void statesHaveTheirOwnLists() {
        String open = program("Page state open", "");
        String vague = create(
                "programs", "Page state vague", ",\"editions\":[{\"code\":\"1\",\"applications_close\":\"2033-05\"}]");
        String ahead = create(
                "programs",
                "Page state ahead",
                ",\"editions\":[{\"code\":\"1\",\"applications_open\":\"2033-06-20\",\"applications_close\":\"2033-07\"}]");
        String html = Pages.html(PAGE + "?within=60");
        String[] lists = html.split("<section aria-labelledby=\"");
        for (Map.Entry<String, String> each : Map.of(
                        open, "open-heading", vague, "may_be_open-heading", ahead, "ahead-heading")
                .entrySet()) {
            String list = Stream.of(lists)
                    .filter(part -> part.startsWith(each.getValue()))
                    .findFirst()
                    .orElseThrow();
            assertFalse(article(list, each.getKey()).isEmpty(), each::toString);
        }
        assertContains(article(html, vague), "Not known", "May 2033 – at the latest 31 May 2033, 23:59 in Morocco");
        assertTrue(article(Pages.html(PAGE + "?within=40"), ahead).isEmpty());
        // The page of the program says the same.
        assertContains(Pages.html("/explore/en/programs/" + open), "Open (1 May 2033 – 20 May 2033)");
        assertContains(Pages.html("/explore/en/programs/" + vague), "May be open (until May 2033)");
        assertContains(Pages.html("/explore/en/programs/" + ahead), "Not yet open (20 June 2033 – July 2033)");
        today.set(LocalDate.of(2033, 6, 1));
        assertContains(Pages.html("/explore/en/programs/" + vague), "Closed (until May 2033)");
    }

    @Test
    void everyKindOfCriterionIsASentenceInEveryLanguage() {
        String program = program(
                "Page of all kinds",
                criteria(
                        "'kind':'sector','code':'fintech'",
                        "'kind':'sector','code':'agritech'",
                        "'kind':'technology','code':'artificial_intelligence'",
                        "'kind':'business_model','code':'b2b'",
                        "'kind':'stage','code':'seed'",
                        "'kind':'country','code':'MA'",
                        "'kind':'area','code':'002'",
                        "'kind':'region','code':'MA-06'",
                        "'kind':'label','code':'jei'",
                        "'kind':'diaspora','code':'true'",
                        "'kind':'age','min':1,'max':5",
                        "'kind':'age','max':6",
                        "'kind':'headcount','min':2",
                        "'kind':'founded_after','date':'2028'",
                        "'kind':'founded_before','date':'2032-06'",
                        "'kind':'other'"));
        assertContains(
                article(Pages.html(PAGE), program),
                "For startups in these sectors: \u2068Fintech\u2069, \u2068Agriculture",
                "headquarters in one of these countries: \u2068Morocco\u2069",
                "one of these parts of the world: \u2068Africa\u2069",
                "in years: from 1 to 5",
                "in years: at most 6",
                "Number of employees: at least 2",
                "Founded in or after: \u20682028\u2069",
                "Founded in or before: \u2068June 2032\u2069",
                "Led by Moroccans abroad – required: \u2068Yes\u2069",
                "Another condition, which no record can answer.",
                "As published",
                "href=\"" + RULES + "\" rel=\"external nofollow\"><bdi>rules.example.org</bdi>");
        assertContains(
                article(Pages.html("/explore/fr/opportunities"), program), "au plus 6", "\u2068Maroc\u2069", "Âge");
        assertContains(article(Pages.html("/explore/ar/opportunities"), program), "\u2068المغرب\u2069", "6 على الأكثر");
        for (String language : Pages.LANGUAGES) {
            String article = article(Pages.html("/explore/" + language + "/opportunities?stage=seed"), program);
            assertEquals(CriterionKind.values().length + 1, article.split("class=\"is-").length - 1, article);
        }
    }

    @Test
    void startupOfTheRegisterIsAnsweredCriterionByCriterion() {
        String program = program(
                "Page answers",
                criteria("'kind':'country','code':'MA'", "'kind':'headcount','max':50", "'kind':'label','code':'jei'"));
        String startup = create("startups", "Page Applicant", ",\"country\":\"MA\",\"headcount\":70");
        String html = Pages.html(PAGE + "?for=" + startup);
        String article = article(html, program);
        assertContains(
                article,
                "class=\"is-met\"",
                "Met.",
                "href=\"/explore/en/startups/" + startup + "#fact-country\">Value of the startup: \u2068Morocco\u2069",
                "class=\"is-unmet\"",
                "Not met.",
                "Value of the startup: \u206870\u2069",
                "class=\"is-unknown\"",
                "Value of the startup: not known",
                "Not eligible: not met (number of employees).");
        assertContains(html, "/explore/en/startups/" + startup + "\"><bdi>Page Applicant</bdi>", "Not eligible: ");
        assertContains(Pages.html("/explore/en/startups/" + startup), "id=\"fact-country\"", PAGE + "?for=" + startup);
        // The whole name is enough.
        assertEquals(article, article(Pages.html(PAGE + "?for=page%20applicant&stage=&sectors="), program));
        String call = Pages.links(html).stream()
                .filter(link -> link.startsWith("/v1/opportunities?") && !link.contains("format"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "not_eligible",
                Stream.iterate(0, i -> i + 1)
                        .map(i -> Atlas.tree(call + "&limit=1000").at("/data/" + i))
                        .filter(item -> item.at("/program/slug").asText().equals(program))
                        .findFirst()
                        .orElseThrow()
                        .get("verdict")
                        .textValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sectors=fintech&sectors=agritech&country=MA&headcount=5&official_labels=jei"
                        + "| Eligible: all structured criteria are met (sector, country, number of employees, official label).",
                "sectors=agritech,healthtech&country=MA | Not eligible: not met (sector).",
                "sectors=fintech&country=MA&headcount=5 | Not known whether eligible; it depends on: official label.",
                "sectors=fintech&official_labels=none | Not eligible: not met (official label).",
                "diaspora=false | it depends on: sector, country, number of employees, official label.",
            })
    void describedStartupIsAnswered(String query, String decision) {
        String program = program(
                "Page described " + query.hashCode(),
                criteria(
                        "'kind':'sector','code':'fintech'",
                        "'kind':'country','code':'MA'",
                        "'kind':'headcount','max':50",
                        "'kind':'label','code':'jei'"));
        String html = Pages.html(PAGE + "?" + query);
        assertContains(article(html, program), decision);
        assertContains(html, "<details class=\"eligibility\">", "Nothing is stored");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=Nobody%20at%20all%20here | for | is called “Nobody at all here” | value=\"Nobody at all here\"",
                "for=chary | for | If you mean “chari”, write that. | value=\"chary\"",
                "for=chari&stage=seed | for | Either name a startup | <option value=\"seed\" selected>",
                "headcount=many | headcount | whole number in digits | value=\"many\"",
                "headcount=-1 | headcount | from 0 to 10,000,000 | value=\"-1\"",
                "headcount=3000000000 | headcount | from 0 to 10,000,000 | value=\"3000000000\"",
                "headcount=99999999999999999999 | headcount | from 0 to 10,000,000 | value=\"99999999999999999999\"",
                "founded=soon&country=MA | founded | Write a year, a month or a day | <option value=\"MA\" selected>",
                "within=900 | within | from 0 to 366 | value=\"900\"",
                "sectors=fintek,agritech | sectors | “fintek” is not one of the choices | value=\"agritech\" checked",
                "official_labels=none,jei | official_labels | cannot be ticked together | value=\"none\" checked",
                "diaspora=maybe | diaspora | Write Yes or No. | id=\"diaspora\"",
                "country=Maroc | country | “Maroc” is not one of the choices | id=\"country\"",
            })
    void mistakeIsSaidAtItsInputAndTheFormStaysFilled(String query, String field, String message, String kept) {
        Pages.Answer answer = Pages.get(400, PAGE + "?" + query);
        String html = answer.text();
        assertContains(html, "<a href=\"#" + field + "\">", kept);
        String hint = html.split("<div id=\"" + field + "-hint\">")[1].split("</div>")[0];
        assertContains(hint, "class=\"error\"", message);
        String input = html.split(" id=\"" + field + "\"")[1].split("</fieldset>|<div class=\"field\">")[0];
        assertContains(input, "aria-describedby=\"" + field + "-hint\"", "aria-invalid=\"true\"");
        assertEquals("no-store", answer.header("Cache-Control"));
        assertFalse(html.contains("class=\"decision"), html);
    }

    @ParameterizedTest
    @CsvSource({"en, Morocco, Afghanistan", "fr, Maroc, Afghanistan", "ar, المغرب, إثيوبيا"})
    void moroccoIsTheFirstCountry(String language, String morocco, String next) {
        String select = Pages.html("/explore/" + language + "/opportunities")
                .split("<select id=\"country\"")[1]
                .split("</select>")[0];
        List<String> labels = Stream.of(select.split("<option value=\"[A-Z]{2}\">"))
                .skip(1)
                .map(option -> option.split("</option>")[0])
                .toList();
        assertEquals(List.of(morocco, next), labels.subList(0, 2));
        assertEquals(1, labels.stream().filter(morocco::equals).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sector=fintech", "on=tomorrow", "stage=seed&stage=growth", "format=ics"})
    void whatIsNoInputOfTheFormIsRejected(String query) {
        assertEquals(1, Atlas.problem(400, PAGE + "?" + query).errors().size());
    }

    @Test
    void whereNothingIsOpenThePageSaysWhatIsKnown() {
        String html = Pages.html(PAGE + "?on=1990-01-01");
        assertContains(html, "The register knows of nothing that is open");
        String indicators = Pages.html("/explore/en/indicators");
        for (String filter : List.of("editions.applications_close", "editions.applications_open", "criteria")) {
            String query = filter + "__exists=true";
            for (String page : List.of(html, indicators)) {
                assertContains(
                        page,
                        "href=\"/explore/en/programs?" + query + "\"",
                        ": " + Atlas.total("/v1/programs?" + query) + " of " + Atlas.total("/v1/programs?"));
            }
        }
    }

    @Test
    void calendarAndFeedAreThoseOfTheStartup() {
        List<String> links = Pages.links(Pages.html(PAGE + "?for=chari&within=90"));
        for (String format : List.of("ics", "atom")) {
            String link = "/v1/opportunities?within=90&for=chari&lang=en&format=" + format;
            assertTrue(links.contains(link), links::toString);
            Atlas.get(200, link);
        }
    }

    @Test
    void pageIsFoundFromTheHomePageAndEveryHeader() {
        assertContains(Pages.html("/explore/fr/countries"), "<li><a href=\"/explore/fr/opportunities\">");
        assertContains(Pages.html("/explore/fr"), "éligible");
        assertContains(Pages.html("/explore/fr/opportunities"), "opportunities\" aria-current=\"page\"");
    }
}
