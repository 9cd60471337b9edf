package org.startupatlas.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.startupatlas.testing.H2Only;

/** Tests the pages of the explorer in a real browser; where none is installed, the tests are skipped and say so. */
@QuarkusTest
@H2Only
class BrowserTest {
    private static final double MAX_LAYOUT_SHIFT = 0.02;

    private static final int NARROW = 320;

    private static final int WIDE = 1_280;

    /** More than the controls of a view before its long lists. */
    private static final int TAB_STOPS = 25;

    private static Browser browser;

    @TestHTTPResource("/")
    URI server;

    @BeforeEach
    void start() {
        assumeTrue(Browser.isInstalled(), "no Chromium with its driver in /usr/bin");
        if (browser == null) {
            browser = new Browser(server);
        }
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<String> views() {
        return Pages.LANGUAGES.stream()
                .flatMap(language -> Pages.MAIN_VIEWS.stream().map(view -> "/explore/" + language + view));
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyViewIsAccessibleOnEveryWindow(String path) {
        List<String> faults = new ArrayList<>();
        for (int width : new int[] {NARROW, WIDE}) {
            faults.addAll(faults(path, width));
            // Nothing but colours depends on the scheme.
            browser.setDark(true);
            browser.contrastViolations().forEach(fault -> faults.add(width + " dark: " + fault));
        }
        assertEquals(List.of(), faults);
    }

    /** The other pages have the parts of the views, so that one window is enough. */
    static Stream<String> otherPages() {
        return Stream.concat(
                Pages.VIEWS.stream()
                        .filter(view -> !Pages.MAIN_VIEWS.contains(view))
                        .map(view -> "/explore/ar" + view),
                Stream.of("/explore/fr/embed/startups/chari", "/explore/en/embed/indicators/startups_labelled"));
    }

    @ParameterizedTest
    @MethodSource("otherPages")
    void everyOtherPageIsAccessible(String path) {
        assertEquals(List.of(), faults(path, NARROW));
    }

    @Test
    void formWithMistakesIsAccessible() {
        browser.open(
                "/explore/ar/opportunities?for=Nobody&headcount=many&sectors=none&official_labels=none,jei", NARROW);
        assertEquals(List.of(), browser.violations());
        assertTrue(browser.overflow() <= 0, "wider than the window");
        assertEquals(5, browser.all(".errors a").size());
        // A browser reports the status of the page, which is 400.
        assertEquals(1, browser.messages().size());
    }

    private static List<String> faults(String path, int width) {
        browser.open(path, width);
        return shownFaults().stream().map(fault -> width + ": " + fault).toList();
    }

    /** Returns what is wrong with the page in the window. */
    private static List<String> shownFaults() {
        List<String> faults = new ArrayList<>(browser.violations());
        if (browser.overflow() > 0) {
            faults.add("wider than the window by " + browser.overflow());
        }
        if (browser.layoutShift() > MAX_LAYOUT_SHIFT) {
            faults.add("layout shift " + browser.layoutShift());
        }
        faults.addAll(browser.messages());
        return faults;
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyViewIsUsedWithTheKeyboard(String path) {
        browser.open(path, WIDE);
        browser.press(Keys.TAB);
        assertEquals("#main", browser.focused().getDomAttribute("href"), "the skip link comes first");
        browser.press(Keys.ENTER);
        assertEquals("main", browser.focused().getDomAttribute("id"));
        List<String> hidden = new ArrayList<>();
        for (int i = 0; i < TAB_STOPS; i++) {
            browser.press(Keys.TAB);
            WebElement focused = browser.focused();
            if (focused.getTagName().equals("body")) {
                break;
            }
            if (!isSeen(focused)) {
                hidden.add(focused.getTagName() + " " + focused.getText());
            }
        }
        assertEquals(List.of(), hidden);
    }

    /** Returns whether the element is what is seen at its own place. */
    private static boolean isSeen(WebElement element) {
        return (Boolean) browser.script(
                """
                const e = arguments[0], r = e.getClientRects()[0];
                if (!r) return false;
                const x = Math.max(0, Math.min(innerWidth - 1, r.x + r.width / 2));
                const y = Math.max(0, Math.min(innerHeight - 1, r.y + r.height / 2));
                const seen = document.elementFromPoint(x, y);
                return seen !== null && (e.contains(seen) || seen.contains(e));
                """,
                element);
    }

    @Test
    void searchBoxSuggestsRecords() {
        browser.open("/explore/fr/startups", WIDE);
        browser.find("#q").click();
        browser.type("char");
        browser.until("document.querySelector('[role=listbox] [role=option]') !== null");
        browser.press(Keys.ARROW_DOWN);
        browser.until("document.querySelector('#q').hasAttribute('aria-activedescendant')");
        browser.press(Keys.ESCAPE);
        browser.until("document.querySelector('#q').getAttribute('aria-expanded') === 'false'");
        browser.type("i");
        browser.until("document.querySelector('#q').getAttribute('aria-expanded') === 'true'");
        browser.press(Keys.ARROW_DOWN, Keys.ENTER);
        browser.until("location.pathname === '/explore/fr/startups/chari'");
    }

    @Test
    void tabsMoveWithArrowKeysInTheDirectionOfTheScript() {
        for (String language : Pages.LANGUAGES) {
            browser.open("/explore/" + language + "/countries", WIDE);
            browser.until("document.querySelector('[role=tab]') !== null");
            WebElement first = browser.all("[role=tab]").get(0);
            first.click();
            browser.press(language.equals("ar") ? Keys.ARROW_LEFT : Keys.ARROW_RIGHT);
            WebElement second = browser.all("[role=tab]").get(1);
            assertEquals("true", second.getDomAttribute("aria-selected"), language);
            assertEquals(second, browser.focused());
        }
    }

    @Test
    void filtersAreInTheHistoryOfTheBrowser() {
        browser.open("/explore/fr/startups", WIDE);
        String first = browser.address();
        browser.follow(".facet-values a");
        browser.until("location.search !== ''");
        String filtered = browser.address();
        assertNotEquals(first, filtered);
        browser.back();
        browser.untilAt(first);
        browser.forward();
        browser.untilAt(filtered);
        browser.follow(".chips a");
        browser.until("location.search === ''");
    }

    @Test
    void listIsLookedUpWithTheKeyboardAndCopied() {
        for (String language : Pages.LANGUAGES) {
            String path = "/explore/" + language + "/reconcile";
            browser.open(path, NARROW);
            browser.find("#names").click();
            browser.type("Chari\nCluodFret\nZzyzx Qwrtp");
            browser.press(Keys.TAB);
            assertEquals("submit", browser.focused().getDomAttribute("type"));
            browser.press(Keys.ENTER);
            browser.until("document.querySelector('#lookup-table') !== null");
            assertEquals(3, browser.all("tbody tr").size());
            assertEquals(List.of(), shownFaults());
            browser.setDark(true);
            assertEquals(List.of(), browser.contrastViolations());
            browser.setDark(false);
            browser.find("[data-copy=lookup-table]").click();
            browser.until("document.querySelector('[data-copy=lookup-table] + .copy-status').textContent !== ''");
        }
    }

    @Test
    void everythingWorksWithoutScripts() {
        browser.withoutScripts(true);
        try {
            browser.open("/explore/ar/startups", WIDE);
            browser.find("#q").sendKeys("chari");
            browser.find("form[role=search] button").click();
            browser.untilAt("/explore/ar/startups?q=chari");
            browser.find(".cards a[href*='/startups/chari']").click();
            browser.untilAt("/explore/ar/startups/chari");
            browser.find(".fact-sources summary").click();
            assertTrue(browser.find(".fact-sources .source").isDisplayed());
            browser.open("/explore/ar/countries");
            assertTrue(browser.find("table").isDisplayed(), "the list stands beside the map");
            browser.open("/explore/ar/opportunities?on=2024-06-01", WIDE);
            browser.find("details.eligibility summary").click();
            browser.find("#founded").sendKeys("2023");
            browser.find("details.eligibility button").click();
            browser.untilAt("/explore/ar/opportunities?for=&stage=&country=&region=&founded=2023&headcount="
                    + "&diaspora=&within=30&on=2024-06-01");
            assertTrue(browser.find(".decision").isDisplayed());
            browser.open("/explore/ar/reconcile");
            browser.find("#names").sendKeys("Chari");
            browser.find("#lookup button").click();
            browser.until("document.querySelector('table a[href$=\"/startups/chari\"]') !== null");
            assertTrue(browser.find("#lookup-table").isDisplayed(), "a script only copies what can be selected");
        } finally {
            browser.withoutScripts(false);
        }
    }
}
