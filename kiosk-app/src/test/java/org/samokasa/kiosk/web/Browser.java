package org.samokasa.kiosk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A real browser without a window, and what the tests of our pages do with it. */
public final class Browser {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
    /** Where pictures of pages are kept. */
    private static final Path PICTURES = Path.of("target", "console");

    private static final String AXE = "/org/samokasa/kiosk/web/axe/axe.min.js";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** 12 mm at 96 pixels an inch. */
    private static final int BUTTON_PIXELS_MIN = 45;

    private static final String CHECK = """
            const done = arguments[0];
            axe.run(document, { resultTypes: ['violations'] }).then((found) => done(found.violations
              .filter((one) => ['serious', 'critical'].includes(one.impact))
              .map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).join(', '))));
            """;

    private Browser() {}

    /** Ends the test where there is no browser. */
    public static void assumeInstalled() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(CHROMEDRIVER),
                "needs Chromium and its driver: apt install chromium chromium-driver");
    }

    /** Opens one that speaks English and has a desk's size. */
    public static ChromeDriver open() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--lang=en",
                "--window-size=1440,900");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    /** Closes browsers that were opened, and fails if a script of a page failed in one. */
    public static void close(ChromeDriver... pages) {
        for (ChromeDriver page : pages) {
            if (page != null) {
                List<String> failures = page.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .map(LogEntry::getMessage)
                        .filter(message -> message.contains("Uncaught"))
                        .toList();
                page.quit();
                assertThat(failures).as("scripts that failed").isEmpty();
            }
        }
    }

    /** Looks until it is so. */
    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean met = false;
        while (!met) {
            assertThat(System.nanoTime()).as("it did not come to that in time").isLessThan(end);
            met = settled(condition::getAsBoolean);
        }
    }

    /** The page repaints while we look; then we look again. */
    private static boolean settled(Supplier<Boolean> look) {
        try {
            return look.get();
        } catch (StaleElementReferenceException | NoSuchElementException e) {
            Thread.onSpinWait();
            return false;
        }
    }

    /** Makes a page as large as another device. */
    public static void size(ChromeDriver page, int width, int height) {
        page.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Checks that nothing sticks out sideways and that a finger can press every button. */
    public static void fits(ChromeDriver page, String where) {
        long tooWide = (Long) page.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(tooWide).as("%s sticks out by", where).isZero();
        Object smallest = page.executeScript(
                "return Math.min(...[...document.querySelectorAll('button')].filter(b => b.offsetParent)"
                        + ".map(b => Math.min(b.offsetWidth, b.offsetHeight)))");
        assertThat(((Number) smallest).intValue())
                .as("%s: smallest button", where)
                .isGreaterThanOrEqualTo(BUTTON_PIXELS_MIN);
    }

    /** Keeps what a page looks like, for people, in target/console. */
    public static void picture(ChromeDriver page, String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), page.getScreenshotAs(OutputType.BYTES));
    }

    /** Keeps what a page looks like in light and dark, and checks that everybody can use both. */
    public static void hasNoSeriousFault(ChromeDriver page, String where) throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream(AXE)) {
            page.executeScript(new String(axe.readAllBytes(), UTF_8));
        }
        for (String theme : List.of("light", "dark")) {
            page.executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
            picture(page, where + "-" + theme);
            assertThat((List<?>) page.executeAsyncScript(CHECK))
                    .as("axe at %s, %s", where, theme)
                    .isEmpty();
        }
    }

    /** What the card of a request says; nothing when there is none. */
    public static String cardText(ChromeDriver page, String requestId) {
        return page.findElements(card(requestId)).stream()
                .findFirst()
                .map(WebElement::getText)
                .orElse("");
    }

    /** Presses a button of a card. */
    public static void press(ChromeDriver page, String requestId, String word) {
        await(() -> {
            List<WebElement> found = page.findElement(card(requestId)).findElements(By.tagName("button")).stream()
                    .filter(button -> button.getText().equals(word))
                    .toList();
            found.forEach(WebElement::click);
            return !found.isEmpty();
        });
    }

    private static By card(String requestId) {
        return By.cssSelector(".card[data-id='" + requestId + "']");
    }
}
