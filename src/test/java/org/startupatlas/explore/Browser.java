package org.startupatlas.explore;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window: Debian's Chromium. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Long beside what a page takes on a slow machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final URI server;

    Browser(URI server) {
        this.server = server;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        driver = new ChromeDriver(service, options);
    }

    static boolean isInstalled() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    /** Opens a page in a window of that width, in light. */
    void open(String path, int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        setDark(false);
        open(path);
    }

    /** Shows the page in dark or in light; without transitions, so that the colours are there at once. */
    void setDark(boolean isDark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    void open(String path) {
        driver.get(server.resolve(path).toString());
    }

    void withoutScripts(boolean isOff) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", isOff));
    }

    /** Returns what axe finds, with the elements. */
    List<String> violations() {
        return violations(axe().withTags(RULES));
    }

    /** Returns what axe finds of the contrast of colours, with the elements. */
    List<String> contrastViolations() {
        return violations(axe().withOnlyRules(List.of("color-contrast")));
    }

    /** Returns axe without the window of its own that it opens to join the results of frames, which no page has. */
    @SuppressWarnings("deprecation")
    private static AxeBuilder axe() {
        return new AxeBuilder().setLegacyMode();
    }

    private List<String> violations(AxeBuilder axe) {
        List<String> violations = new ArrayList<>();
        for (Rule rule : axe.analyze(driver).getViolations()) {
            for (CheckedNode node : rule.getNodes()) {
                violations.add(rule.getId() + ": " + node.getHtml());
            }
        }
        return violations;
    }

    /** Returns the messages of the console since the last call. */
    List<String> messages() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** Returns how far the content is wider than the window. */
    long overflow() {
        return ((Number) script("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .longValue();
    }

    /** Returns the sum of the layout shifts since the page was opened. */
    double layoutShift() {
        return ((Number)
                        driver.executeAsyncScript(
                                """
                        const done = arguments[0];
                        let sum = 0;
                        new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))
                            .observe({type: 'layout-shift', buffered: true});
                        requestAnimationFrame(() => setTimeout(() => done(sum), 100));
                        """))
                .doubleValue();
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /**
     * Follows a link. Selenium takes the content of a closed {@code details} for invisible, which the stylesheet shows on
     * wide windows.
     */
    void follow(String selector) {
        script("arguments[0].click()", find(selector));
    }

    void press(Keys... keys) {
        for (Keys key : keys) {
            new Actions(driver).sendKeys(key).perform();
        }
    }

    void type(String text) {
        new Actions(driver).sendKeys(text).perform();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    String address() {
        return URI.create(driver.getCurrentUrl()).getRawPath()
                + (URI.create(driver.getCurrentUrl()).getRawQuery() == null
                        ? ""
                        : "?" + URI.create(driver.getCurrentUrl()).getRawQuery());
    }

    void back() {
        driver.navigate().back();
    }

    void forward() {
        driver.navigate().forward();
    }

    /** Waits until the page has the address. */
    void untilAt(String address) {
        new WebDriverWait(driver, PATIENCE).until(unused -> address().equals(address));
    }

    /** Waits until a condition on the page holds. */
    void until(String condition) {
        new WebDriverWait(driver, PATIENCE).until(unused -> Boolean.TRUE.equals(script("return " + condition)));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
