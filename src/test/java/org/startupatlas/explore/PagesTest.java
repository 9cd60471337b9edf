package org.startupatlas.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.startupatlas.schema.Language;
import org.startupatlas.testing.Atlas;
import org.startupatlas.testing.Workbook;

/** Tests the pages of the explorer as they are without script. */
@QuarkusTest
class PagesTest {
    /** Links that several pages have are followed once. */
    private static final Set<String> FOLLOWED = new HashSet<>();

    private static final int KIBIBYTE = 1_024;

    private static final Pattern CARD = Pattern.compile("<a href=\"/explore/en/startups/([a-z0-9-]+)\">");

    static Stream<String> pages() {
        return Pages.LANGUAGES.stream()
                .flatMap(language -> Pages.VIEWS.stream().map(view -> "/explore/" + language + view));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsInItsLanguageAndComplete(String path) {
        Pages.Answer answer = Pages.get(200, path);
        String html = answer.text();
        String language = path.substring("/explore/".length(), "/explore/".length() + 2);
        String direction = language.equals("ar") ? "rtl" : "ltr";
        assertTrue(html.contains("<html lang=\"" + language + "\" dir=\"" + direction + "\""), html);
        assertEquals(language, answer.header("Content-Language"));
        assertEquals(
                "text/html;charset=utf-8",
                answer.header("Content-Type").replace("; ", ";").toLowerCase(Locale.ROOT));
        assertTrue(answer.header("Content-Security-Policy").contains("frame-ancestors 'none'"));
        assertEquals(1, count(html, "<h1"), "one heading of the first level");
        assertFalse(html.contains(" style="), "no style outside of the stylesheet");
        assertFalse(html.contains("NOT_FOUND"), "Qute writes this for a missing value");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** Links are made alike in all languages. */
    static Stream<String> frenchPages() {
        return Pages.VIEWS.stream().map(view -> "/explore/fr" + view);
    }

    @ParameterizedTest
    @MethodSource("frenchPages")
    void everyLinkOfAPageLeadsSomewhere(String path) {
        String html = Pages.html(path);
        Set<String> links = new LinkedHashSet<>(Pages.links(html));
        List<String> dead = new ArrayList<>();
        for (String link : links) {
            if (link.startsWith("/") && !link.startsWith("/q/") && FOLLOWED.add(link.replaceAll("#.*", ""))) {
                int status = Pages.get(link.replaceAll("#.*", "")).status();
                if (status != 200 && status != 302) {
                    dead.add(link + ": " + status);
                }
            } else if (link.startsWith("#") && link.length() > 1) {
                String id = link.substring(1);
                assertTrue(html.contains("id=\"" + id + "\""), link);
            }
        }
        assertEquals(List.of(), dead);
    }

    @Test
    void browsersAreLedToTheExplorerInTheirLanguage() {
        Pages.Answer answer = Pages.get("/", "Accept-Language", "ar-MA,fr;q=0.8");
        assertEquals(302, answer.status());
        assertEquals("/explore/ar", answer.header("Location").replaceAll("^https?://[^/]+", ""));
        assertTrue(answer.header("Vary").contains("Accept-Language"));
        for (String accepted : List.of("*/*", "application/json", "application/json, text/html;q=0.5")) {
            assertEquals("application/json", Pages.get("/", "Accept", accepted).header("Content-Type"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "startups?sectors=fintech",
        "startups?sectors=fintech,healthtech&sort=-founded_year",
        "startups?q=fintech",
        "startups?page=2&limit=10&sort=name",
        "startups?region__exists=false&limit=5"
    })
    void callThatAPageShowsReturnsItsRecords(String list) {
        String html = Pages.html("/explore/en/" + list);
        Matcher call = Pattern.compile("href=\"(/v1/startups[^\"]*)\"><bdi dir=\"ltr\">")
                .matcher(html);
        assertTrue(call.find(), html);
        List<String> slugs = new ArrayList<>();
        for (JsonNode record : Atlas.tree(call.group(1).replace("&amp;", "&")).get("data")) {
            slugs.add(record.get("slug").textValue());
        }
        Set<String> shown = new LinkedHashSet<>();
        Matcher card = CARD.matcher(html);
        while (card.find()) {
            shown.add(card.group(1));
        }
        assertEquals(slugs, new ArrayList<>(shown));
        assertFalse(slugs.isEmpty());
    }

    @Test
    void pagesFollowOneAnother() {
        Set<String> seen = new LinkedHashSet<>();
        String path = "/explore/en/startups?sort=name";
        int pages = 0;
        String last = null;
        while (path != null) {
            String html = Pages.html(path);
            Matcher card = CARD.matcher(html);
            while (card.find()) {
                seen.add(card.group(1));
            }
            String previous = rel(html, "prev");
            assertEquals(last == null, previous == null, path);
            if (previous != null) {
                assertEquals(last, previous);
            }
            last = path.replace("&page=1", "");
            path = rel(html, "next");
            pages++;
        }
        assertEquals(Atlas.total("/v1/startups"), seen.size());
        assertTrue(pages > 2, "pages: " + pages);
    }

    private static String rel(String html, String relation) {
        Matcher link = Pattern.compile("<a[^>]*rel=\"" + relation + "\"[^>]*>").matcher(html);
        if (!link.find()) {
            return null;
        }
        return Pages.links(link.group()).get(0);
    }

    @Test
    void tablesAreOfferedAsWorkbooks() {
        for (String page : List.of(
                "/explore/fr/startups?sectors=fintech",
                "/explore/fr/startups?q=casablanca",
                "/explore/fr/startups/chari",
                "/explore/fr/startups/chari/matches")) {
            List<String> links = Pages.links(Pages.html(page));
            String csv = links.stream()
                    .filter(link -> link.contains("format=csv"))
                    .findFirst()
                    .orElseThrow();
            String workbook = csv.replace("format=csv", "format=xlsx");
            assertTrue(links.contains(workbook), page + " " + links);
            assertFalse(Workbook.at(workbook).rows().isEmpty());
        }
    }

    @Test
    void emptyListSaysWhatEachFilterExcludes() {
        String html = Pages.html("/explore/en/startups?sectors=fintech&city=Nowhere");
        assertTrue(html.contains("href=\"/explore/en/startups?sectors=fintech\""), html);
    }

    @Test
    void searchCountsTheResultsOfTheOtherDirectories() {
        long partners = Atlas.total("/v1/partners?q=plug%20and%20play");
        assertTrue(partners > 0);
        String html = Pages.html("/explore/en/startups?q=plug%20and%20play");
        assertTrue(html.contains("Partners (" + partners + ")"), html);
    }

    @Test
    void factsNameTheirSources() {
        String html = Pages.html("/explore/en/startups/chari");
        assertTrue(html.contains("ycombinator.com"), html);
        assertTrue(html.contains("application/ld+json"));
    }

    @Test
    void errorsArePagesForBrowsersAndProblemsForOthers() {
        Pages.Answer page = Pages.get(404, "/explore/fr/startups/no-such-startup");
        assertTrue(page.header("Content-Type").startsWith("text/html"));
        assertTrue(page.text().contains("<html lang=\"fr\""), page::text);
        Pages.Answer refused = Pages.get(400, "/explore/ar/startups?lang=fr");
        assertTrue(refused.text().contains("dir=\"rtl\""), refused::text);
        assertEquals(
                "application/problem+json",
                Pages.get("/explore/fr/startups/no-such-startup", "Accept", "application/json")
                        .header("Content-Type"));
        assertEquals(
                "unknown-parameter",
                Atlas.problem(400, "/explore/fr/startups?format=csv")
                        .errors()
                        .get(0)
                        .code());
        for (String path : List.of("startups?limit=200&page=51", "startups?limit=201", "startups?limit=abc")) {
            Atlas.problem(400, "/explore/fr/" + path);
        }
        assertTrue(Pages.html("/explore/fr/startups?page=400").contains("rel=\"prev\""), "the last page");
        assertEquals(
                "out-of-range",
                Atlas.problem(400, "/explore/fr/startups?page=0")
                        .errors()
                        .get(0)
                        .code());
        assertEquals(
                "unknown-value",
                Atlas.problem(400, "/explore/fr/startups?layout=list")
                        .errors()
                        .get(0)
                        .code());
        Pages.get(404, "/explore/de");
    }

    @Test
    void pagesAreCachedUntilTheNextWrite() {
        Pages.Answer first = Pages.get(200, "/explore/fr/startups?sectors=fintech");
        String tag = first.header("ETag");
        assertEquals(
                304,
                Pages.get("/explore/fr/startups?sectors=fintech", "If-None-Match", tag)
                        .status());
        assertFalse(tag.equals(
                Pages.get(200, "/explore/ar/startups?sectors=fintech").header("ETag")));
    }

    @Test
    void embeddedPagesMayBeFramed() {
        Pages.Answer embedded = Pages.get(200, "/explore/fr/embed/startups/chari");
        assertTrue(embedded.header("Content-Security-Policy").contains("frame-ancestors *"));
        assertFalse(embedded.text().contains("<nav"), embedded::text);
        assertTrue(embedded.text().contains("Startup Atlas"));
    }

    @Test
    void filesAreKeptForEver() {
        String stylesheet = Pages.links(Pages.html("/explore/fr")).stream()
                .filter(link -> link.endsWith(".css"))
                .findFirst()
                .orElseThrow();
        Pages.Answer file = Pages.get(200, stylesheet);
        assertTrue(file.header("Cache-Control").contains("immutable"));
        Pages.get(404, "/explore/assets/atlas.css");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pagesAreSmall(String path) throws IOException {
        String html = Pages.html(path);
        int page = compressed(html.getBytes(StandardCharsets.UTF_8));
        assertTrue(page <= 20 * KIBIBYTE, "HTML: " + page);
        int styles = 0;
        int scripts = 0;
        int land = 0;
        for (String link : new LinkedHashSet<>(Pages.links(html))) {
            String file = link.replaceAll("#.*", "");
            if (file.startsWith("/explore/assets/")) {
                int size = compressed(Pages.get(200, file).bytes());
                styles += file.endsWith(".css") ? size : 0;
                scripts += file.endsWith(".js") ? size : 0;
                land += file.contains("land") ? size : 0;
            }
        }
        assertTrue(styles > 0 && styles <= 12 * KIBIBYTE, "styles: " + styles);
        assertTrue(scripts > 0 && scripts <= 20 * KIBIBYTE, "scripts: " + scripts);
        assertTrue(land <= 25 * KIBIBYTE, "land: " + land);
        assertTrue(page + styles + scripts + land <= 80 * KIBIBYTE);
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.size();
    }

    @Test
    void recordIsShownAsADayLeftIt() {
        String today = LocalDate.now(ZoneId.of("Africa/Casablanca")).toString();
        assertTrue(Pages.html("/explore/en/startups/chari?as_of=" + today).contains("Chari"));
        Pages.Answer early = Pages.get(404, "/explore/en/startups/chari?as_of=2020-01-01");
        assertTrue(early.text().contains("did not have this record yet"), early::text);
        String past = Pages.html("/explore/en/startups/chari?as_of=619");
        assertTrue(past.contains("href=\"/explore/en/startups/chari\""), "the way back to the present");
        Matcher call = Pattern.compile("href=\"(/v1/startups[^\"]*)\"><bdi dir=\"ltr\">")
                .matcher(past);
        assertTrue(call.find());
        assertEquals(
                "chari",
                Atlas.tree(call.group(1).replace("&amp;", "&")).get("slug").textValue());
    }

    @Test
    void partnerShowsItsCountriesOnAMapAndItsAgreements() {
        String html = Pages.html("/explore/en/partners/plug-and-play");
        assertTrue(html.contains("data-country=\"DE\""), html);
        assertTrue(html.contains("Technopark Morocco – Plug and Play (2025)"), html);
    }

    @Test
    void indicatorsOfAStrategySayHowManyTargetsAreBehind() {
        String html = Pages.html("/explore/en/indicators");
        assertTrue(html.matches("(?s).*Next targets: \\d+\\. (Behind: \\d+;|No published figure).*"), html);
    }

    @Test
    void textsAreTheSameInAllLanguages() {
        Set<String> keys = null;
        for (Language language : Language.values()) {
            Set<String> texts = new TreeSet<>();
            for (String bundle : List.of("explore/texts", "schema/fields")) {
                language.texts(bundle).keySet().forEach(key -> texts.add(bundle + " " + key));
            }
            assertEquals(keys == null ? texts : keys, texts, language.code());
            keys = texts;
        }
    }

    @Test
    void stylesAreLogicalProperties() {
        String stylesheet = Pages.get(
                        200,
                        Pages.links(Pages.html("/explore/fr")).stream()
                                .filter(link -> link.endsWith(".css"))
                                .findFirst()
                                .orElseThrow())
                .text();
        assertFalse(stylesheet.contains("left"), "a physical direction");
        assertFalse(stylesheet.contains("right"), "a physical direction");
    }
}
