package org.startupatlas.explore;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.http.Limits;
import org.startupatlas.resource.startup.StartupRecord;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Limited;
import org.startupatlas.testing.Writes;

/** Tests the form that suggests a correction, and the page that follows one, without script. */
@QuarkusTest
@TestProfile(Limited.class)
class CorrectionTest {
    private static final String SOURCE = "https://example.org/about";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** Each test has an address of its own, because an address may send only some suggestions at once. */
    private String address;

    @BeforeEach
    void move() {
        address = "198.21.0." + ADDRESSES.incrementAndGet();
    }

    @Test
    void formBecomesAProposal() {
        Writes.createStartup("Corrected on a page");
        JsonNode proposal = proposal(accepted("en", "corrected-on-a-page", "founded", "2021"));
        assertEquals("open", proposal.get("state").textValue());
        assertEquals("2021", proposal.at("/changes/founded").textValue());
    }

    @Test
    void acceptedFormLeadsToThePageOfTheProposal() {
        Writes.createStartup("Followed on a page", ",\"sectors\":[\"healthtech\"]");
        Response answer = send("fr", "followed-on-a-page", "sectors", "Fintech", SOURCE, "Vu hier");
        assertEquals(303, answer.statusCode(), answer::asString);
        assertEquals("no-store", answer.header("Cache-Control"));
        String path = location(answer);
        assertTrue(path.matches("/explore/fr/proposals/[0-9a-f]{32}"), path);
        String id = path.substring(path.lastIndexOf('/') + 1);
        for (String language : Pages.LANGUAGES) {
            Pages.Answer page = Pages.get(200, "/explore/" + language + "/proposals/" + id);
            assertEquals("no-store", page.header("Cache-Control"));
            assertEquals(language, page.header("Content-Language"));
            String html = page.text();
            assertTrue(html.contains("<meta name=\"robots\" content=\"noindex\">"), html);
            for (String shown : List.of(
                    "/explore/" + language + "/proposals/" + id + "</a>",
                    "href=\"/explore/" + language + "/startups/followed-on-a-page\"",
                    "href=\"" + SOURCE + "\"",
                    "Vu hier",
                    text(language, "sectors"),
                    text(language, "fintech"),
                    text(language, "open"))) {
                assertTrue(html.contains(shown), shown + " in " + html);
            }
            assertFalse(html.contains("<form class=\"correction\""), "nothing was asked");
            assertFalse(html.contains("NOT_FOUND"), "Qute writes this for a missing value");
        }
    }

    private static String text(String language, String what) {
        return switch (language + " " + what) {
            case "fr sectors", "fr fintech" -> what.equals("fintech") ? ">Fintech<" : "<dt>Secteurs";
            case "fr open" -> "En attente d’examen";
            case "ar sectors" -> "<dt>القطاعات";
            case "ar fintech" -> "التكنولوجيا المالية";
            case "ar open" -> "في انتظار الدراسة";
            case "en sectors" -> "<dt>Sectors";
            case "en fintech" -> ">Fintech<";
            default -> "Waiting for review";
        };
    }

    @Test
    void unknownProposalsHaveNoPage() {
        for (String id : List.of("0".repeat(32), "1", "no-such-proposal")) {
            for (String language : Pages.LANGUAGES) {
                Pages.Answer page = Pages.get(404, "/explore/" + language + "/proposals/" + id);
                assertTrue(page.text().contains("<html lang=\"" + language + "\""), page::text);
            }
            assertEquals(404, answer("/explore/fr/proposals/" + id, "n").statusCode());
        }
        Pages.get(404, "/explore/fr/proposals");
        Writes.createStartup("Followed with parameters");
        String path = accepted("en", "followed-with-parameters", "city", "Fez");
        Pages.get(400, path + "?field=city");
    }

    @Test
    void valuesAreReadInTheLanguageOfThePage() {
        Writes.createStartup("Sectors on a page");
        String sectors = accepted("fr", "sectors-on-a-page", "sectors", "Fintech, Commerce électronique");
        assertEquals(
                "[\"fintech\",\"e_commerce\"]",
                proposal(sectors).at("/changes/sectors").toString());
        String summary = accepted("ar", "sectors-on-a-page", "summary", "منصة للأداء");
        assertEquals("منصة للأداء", proposal(summary).at("/changes/summary/ar").textValue());
        String french = Pages.html(summary.replace("/ar/", "/fr/"));
        assertTrue(french.contains("Présentation en arabe"), french);
        assertTrue(french.contains("<bdi lang=\"ar\">منصة للأداء</bdi>"), french);
        String diaspora = accepted("ar", "sectors-on-a-page", "diaspora", "نعم");
        assertTrue(proposal(diaspora).at("/changes/diaspora").booleanValue());
        assertTrue(Pages.html(diaspora.replace("/ar/", "/fr/")).contains(">Oui<"));
    }

    @Test
    void errorsKeepWhatWasWritten() {
        Writes.createStartup("Mistyped on a page");
        Response answer = send("en", "mistyped-on-a-page", "founded", "last year", "https://example.org/\"><b>", "");
        assertEquals(422, answer.statusCode());
        String html = answer.asString();
        assertTrue(html.contains("last year"), html);
        assertTrue(html.contains("href=\"#value\""), html);
        assertTrue(html.contains("href=\"#source_url\""), html);
        assertFalse(html.contains("\"><b>"), "what was written is escaped");
        Response unknown = send("en", "mistyped-on-a-page", "no_field", "x", "", "");
        assertEquals(422, unknown.statusCode());
        assertTrue(unknown.asString().contains("<a href=\"#field\">Choose from the list"), unknown::asString);
        assertEquals(
                404,
                send("en", "no-such-startup", "founded", "2020", SOURCE, "").statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | headcount | some | Write a whole number in digits only, such as 120.
                    fr | headcount | 1,5 | Écrivez un nombre entier, uniquement en chiffres, par exemple 120.
                    ar | headcount | كثير | اكتب عددا صحيحا بالأرقام فقط، مثل 120.
                    en | headcount | -1 | Write a number from 0 to 10,000,000.
                    en | founded | last year | Write a year, a month or a day, such as 2024, 2024-05 or 2024-05-31.
                    fr | founded | hier | Écrivez une année, un mois ou un jour, par exemple 2024, 2024-05 ou 2024-05-31.
                    ar | founded | أمس | اكتب سنة أو شهرا أو يوما، مثل 2024 أو 2024-05 أو 2024-05-31.
                    en | closed | 2019 | “Closed” (2019) cannot come before “Founded” (2020). Write a date that fits.
                    en | website | example | Write the full address of a web page, such as https://www.example.org/.
                    fr | website | example | Écrivez l’adresse complète d’une page web, par exemple https://www.example.org/.
                    ar | website | example | اكتب العنوان الكامل لصفحة ويب، مثل https://www.example.org/.
                    en | diaspora | perhaps | Write Yes or No.
                    fr | diaspora | yes | Écrivez Oui ou Non.
                    ar | diaspora | ربما | اكتب نعم أو لا.
                    en | sectors | Fintec | “Fintec” is not one of the possible values. If you mean “Fintech”, write that.
                    fr | sectors | E-commerce | « E-commerce » ne fait pas partie des valeurs possibles. S’il s’agit de « Commerce électronique », écrivez-le ainsi.
                    ar | sectors | qqqqqq | القيمة «qqqqqq» ليست من القيم الممكنة. اكتب قيمة كما تظهر في عوامل التصفية.
                    en | sectors | Fintech, fintech | “Fintech” is there more than once. Write each value only once.
                    en | sectors | , ; | Write the correct value.
                    en | city | | Write the correct value.
                    fr | city | | Écrivez la valeur exacte.
                    ar | city | | اكتب القيمة الصحيحة.
                    en | founded | 2020 | The register already has this value. Write the value that should replace it.
                    en | name | ... | Write a name with at least one letter or digit.
                    en | notes | Write to a@example.org | Remove e-mail addresses and telephone numbers from the text.
                    """)
    void errorsSayWhatToWrite(String language, String field, String value, String message) {
        String slug = "told-on-a-page-" + address.replace('.', '-');
        Writes.createStartup(slug, ",\"founded\":\"2020\"");
        Response answer = send(language, slug, field, value == null ? "" : value, SOURCE, "");
        assertEquals(422, answer.statusCode(), answer::asString);
        assertTrue(
                answer.asString().contains("<li><a href=\"#value\">" + message + "</a></li>"),
                () -> errors(answer.asString()));
        assertTrue(answer.asString().contains("<p class=\"error\">" + message + "</p>"), answer::asString);
    }

    private static String errors(String html) {
        int start = Math.max(0, html.indexOf("role=\"alert\""));
        return html.substring(start, Math.min(html.length(), start + 600));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | '' | Write the address of the web page that shows the correct value, such as https://www.example.org/about.
                    fr | un journal | Ce n’est pas l’adresse d’une page web. Écrivez-la en entier, par exemple https://www.example.org/about.
                    ar | جريدة | ليس هذا عنوان صفحة ويب. اكتب العنوان كاملا، مثل https://www.example.org/about.
                    """)
    void errorsSayHowTheSourceIsWritten(String language, String source, String message) {
        String slug = "sourced-on-a-page-" + address.replace('.', '-');
        Writes.createStartup(slug);
        Response answer = send(language, slug, "city", "Fez", source, "");
        assertEquals(422, answer.statusCode());
        assertTrue(
                answer.asString().contains("<a href=\"#source_url\">" + message + "</a>"),
                () -> errors(answer.asString()));
    }

    @Test
    void errorsNameTheLimitOfATextAsTheLanguageWritesIt() {
        Writes.createStartup("Long on a page");
        String note = "a".repeat(Limits.MAX_PROPOSAL_NOTE_LENGTH + 1);
        for (String expected : List.of(
                "en Shorten it to at most 2,000 characters.",
                "fr Ramenez-le à 2\u202f000 caractères au plus.",
                "ar اختصره بحيث لا يتجاوز عدد أحرفه 2.000.")) {
            Response answer = send(expected.substring(0, 2), "long-on-a-page", "city", "Fez", SOURCE, note);
            assertEquals(422, answer.statusCode());
            assertTrue(answer.asString().contains(expected.substring(3)), () -> errors(answer.asString()));
            assertTrue(answer.asString().contains("href=\"#note\""), answer::asString);
        }
        Response link = send("en", "long-on-a-page", "city", "Fez", SOURCE + "/" + "a".repeat(2_048), "");
        assertTrue(link.asString().contains("Shorten it to at most 2,048 characters."), () -> errors(link.asString()));
        Response arabic = send("ar", "long-on-a-page", "city", "Fez", SOURCE, "م".repeat(2_000));
        assertEquals(303, arabic.statusCode(), "as long as the API takes it");
    }

    @Test
    void longestRemarkIsAcceptedInEveryScript() {
        Writes.createStartup("Remarked on a page");
        String note = "ش".repeat(Limits.MAX_PROPOSAL_NOTE_LENGTH);
        Response answer = send("ar", "remarked-on-a-page", "city", "فاس", SOURCE, note);
        assertEquals(303, answer.statusCode(), answer::asString);
        assertTrue(Pages.html(location(answer)).contains(note));
    }

    @Test
    void tooManySuggestionsKeepWhatWasWritten() {
        Writes.createStartup("Flooded on a page");
        for (int i = 0; i < Limits.MAX_PROPOSALS_AT_ONCE; i++) {
            assertEquals(
                    422, send("en", "flooded-on-a-page", "city", "", "", "").statusCode());
        }
        Response refused = send("fr", "flooded-on-a-page", "city", "Oujda", SOURCE, "");
        assertEquals(429, refused.statusCode(), refused::asString);
        assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
        assertEquals("no-store", refused.header("Cache-Control"));
        assertTrue(refused.asString().contains("<li>Trop de propositions"), refused::asString);
        assertTrue(refused.asString().contains(">Oujda</textarea>"), refused::asString);
    }

    @Test
    void fieldIsPreselected() {
        Writes.createStartup("Preselected on a page", ",\"founded\":\"2019-05\"");
        String form = "/explore/en/startups/preselected-on-a-page/correct";
        String founded = valueInput(Pages.html(form + "?field=founded"));
        assertTrue(founded.contains("Founded – current value:"), founded);
        assertTrue(founded.contains("<bdi>May 2019</bdi>"), founded);
        assertTrue(founded.contains("A year, a month or a day, such as 2024, 2024-05 or 2024-05-31."), founded);
        assertTrue(Pages.html(form + "?field=founded").contains("<option value=\"founded\" selected>"));
        String stage = valueInput(Pages.html(form + "?field=stage"));
        assertTrue(stage.contains("Not known") && stage.contains("One of these values: "), stage);
        assertFalse(valueInput(Pages.html(form)).contains("current value"));
        for (String parameters : List.of("field=no_field", "field=markets", "field=city&field=name", "value=x")) {
            Pages.get(400, form + "?" + parameters);
        }
    }

    @Test
    void formerSlugLeadsToTheFormOfItsRecord() {
        Writes.createStartup("Moved on a page");
        Writes.patch(200, "/v1/startups/moved-on-a-page", 1, "{\"slug\":\"has-moved-on-a-page\"}");
        Pages.Answer moved = Pages.get(308, "/explore/ar/startups/moved-on-a-page/correct?field=city");
        assertEquals(
                "/explore/ar/startups/has-moved-on-a-page/correct?field=city",
                moved.header("Location").replaceAll("^https?://[^/]+", ""));
        assertFalse(moved.header("Cache-Control").contains("immutable"));
        Response sent = send("ar", "moved-on-a-page", "city", "فاس", SOURCE, "");
        assertEquals(308, sent.statusCode(), "the browser sends the form again");
        assertEquals("/explore/ar/startups/has-moved-on-a-page/correct", location(sent));
    }

    private static String valueInput(String html) {
        return html.substring(html.indexOf("id=\"value-hint\""), html.indexOf("id=\"source-hint\""));
    }

    @Test
    void hintsHaveExamples() {
        Writes.createStartup("Hinted on a page");
        String english = Pages.html("/explore/en/startups/hinted-on-a-page/correct");
        for (String hint : List.of(
                "A whole number without separators, such as 35.",
                "One or more of the values that the filters show, separated by commas, such as: Fintech, ",
                "One of the values that the filters show, such as: Morocco.",
                "Yes or No.",
                "A text in English.",
                "The full address of a web page, such as https://www.example.org/.")) {
            assertTrue(english.contains("<p class=\"hint\">" + hint), hint + " in " + english);
        }
        String arabic = Pages.html("/explore/ar/startups/hinted-on-a-page/correct");
        assertTrue(arabic.contains("<p class=\"hint\">نعم أو لا.</p>"), arabic);
    }

    @Test
    void whatIsNotKnownLeadsToItsForm() {
        Writes.createStartup("Unknown on a page", ",\"city\":\"Fez\"");
        String html = Pages.html("/explore/fr/startups/unknown-on-a-page");
        String form = "/explore/fr/startups/unknown-on-a-page/correct";
        assertTrue(html.contains("<li><a href=\"" + form + "?field=founded\">"), html);
        assertFalse(html.contains(form + "?field=city"), "it is known");
        assertTrue(html.contains("href=\"" + form + "\""), "the form without a field");
    }

    @Test
    void questionIsAnsweredOnThePage() {
        Writes.createStartup("Asked on a page");
        String path = accepted("en", "asked-on-a-page", "headcount", "12");
        Response unasked = answer(path, "Unasked");
        assertEquals(409, unasked.statusCode());
        assertTrue(unasked.asString().contains("There is no open question any more"), unasked::asString);
        Writes.post(200, api(path) + "/ask", "{\"note\":\"Of which <year>?\"}");
        String asked = Pages.html(path);
        assertTrue(asked.contains("Waiting for your answer"), asked);
        assertTrue(asked.contains("Of which &lt;year&gt;?"), asked);
        assertTrue(asked.contains("action=\"" + path + "\" method=\"post\""), asked);
        Response empty = answer(path, " ");
        assertEquals(422, empty.statusCode());
        assertTrue(empty.asString().contains("<a href=\"#note\">Write your answer to the question.</a>"));
        Response contact = answer(path, "Ask a@example.org");
        assertEquals(422, contact.statusCode());
        assertTrue(contact.asString().contains(">Ask a@example.org</textarea>"), contact::asString);
        Response accepted = answer(path, "Of 2025");
        assertEquals(303, accepted.statusCode(), accepted::asString);
        assertEquals("no-store", accepted.header("Cache-Control"));
        assertEquals(path, location(accepted));
        String answered = Pages.html(path);
        assertTrue(answered.contains("Of 2025") && answered.contains("Waiting for review"), answered);
        assertFalse(answered.contains("<form class=\"correction\""), answered);
    }

    @Test
    void decisionIsShownWithItsReason() {
        StartupRecord startup = Writes.createStartup("Decided on a page");
        String declined = accepted("fr", "decided-on-a-page", "headcount", "12");
        Writes.post(200, api(declined) + "/decline", "{\"note\":\"La page ne le dit pas\"}");
        String page = Pages.html(declined);
        assertTrue(page.contains("Refusée") && page.contains("La page ne le dit pas"), page);
        assertEquals(409, answer(declined, "Mais si").statusCode());
        String accepted = accepted("en", "decided-on-a-page", "headcount", "13");
        Writes.post(200, api(accepted) + "/accept", "{\"note\":\"Thank you\"}");
        page = Pages.html(accepted);
        assertTrue(page.contains("Accepted") && page.contains("Thank you"), page);
        assertEquals(13, Atlas.one(startup).headcount());
    }

    @Test
    void pageOutlivesTheRecord() {
        StartupRecord survivor = Writes.createStartup("Survivor on a page");
        StartupRecord merged = Writes.createStartup("Merged on a page");
        StartupRecord deleted = Writes.createStartup("Deleted on a page");
        String ofMerged = accepted("en", merged.slug(), "city", "Fez");
        String ofDeleted = accepted("fr", deleted.slug(), "city", "Fès");
        Writes.merge(200, Atlas.path(survivor), 1, merged.id().toString());
        Writes.delete(204, Atlas.path(deleted), 1);
        assertTrue(Pages.html(ofMerged).contains("href=\"/explore/en/startups/survivor-on-a-page\""));
        String gone = Pages.html(ofDeleted);
        assertTrue(gone.contains("fiche supprimée depuis") && gone.contains("Fès"), gone);
    }

    @Test
    void redactedValueIsNotShown() {
        StartupRecord startup = Writes.createStartup("Redacted on a page");
        String path = accepted("en", startup.slug(), "notes", "Something secret");
        Writes.post(200, Atlas.path(startup) + "/redact", "{\"path\":\"notes\"}");
        String page = Pages.html(path);
        assertTrue(page.contains("Removed from the register"), page);
        assertFalse(page.contains("secret"), page);
    }

    @Test
    void proposalsOfTheApiHavePagesToo() {
        String sent = Writes.post(
                        201,
                        given().header("X-Forwarded-For", address),
                        "/v1/proposals",
                        """
                        {"resource":"programs","changes":{"name":"New on a page","type":"acceleration","ticket":\
                        {"min":1000,"max":2000,"currency":"MAD"},"operators":[{"name":"Some operator"}],\
                        "summary":{"fr":"Un programme"}},"source_url":"https://example.org/about"}""")
                .header("Location");
        String path = "/explore/en/proposals" + sent.substring(sent.lastIndexOf('/'));
        String page = Pages.html(path);
        for (String shown : List.of("New on a page", "1,000 – 2,000 MAD", "Some operator", "Un programme")) {
            assertTrue(page.contains(shown), shown + " in " + page);
        }
        Writes.post(200, sent.replaceAll("^https?://[^/]+", "") + "/accept", "{}");
        assertTrue(Pages.html(path).contains("href=\"/explore/en/programs/new-on-a-page\""));
    }

    private Response send(String language, String slug, String field, String value, String source, String note) {
        return given().header("Accept", "text/html,*/*;q=0.8")
                .header("X-Forwarded-For", address)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("field", field)
                .formParam("value", value)
                .formParam("source_url", source)
                .formParam("note", note)
                .post("/explore/" + language + "/startups/" + slug + "/correct");
    }

    /** Returns the path of the page that follows a correction. */
    private String accepted(String language, String slug, String field, String value) {
        Response answer = send(language, slug, field, value, SOURCE, "");
        assertEquals(303, answer.statusCode(), answer::asString);
        return location(answer);
    }

    private Response answer(String page, String note) {
        return given().header("Accept", "text/html,*/*;q=0.8")
                .header("X-Forwarded-For", address)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("note", note)
                .post(page);
    }

    private static String location(Response answer) {
        return answer.header("Location").replaceAll("^https?://[^/]+", "");
    }

    private static String api(String page) {
        return "/v1" + page.substring(page.indexOf("/proposals/"));
    }

    private static JsonNode proposal(String page) {
        return Atlas.tree(api(page));
    }
}
