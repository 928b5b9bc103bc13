package org.samokasa.sim.app.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;

/** The console in a real browser without a window, used by its buttons as an attendant uses it. */
final class BrowserPage implements AttendantPage {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--hide-scrollbars");

    private final ChromeDriver browser;

    private BrowserPage(ChromeDriver browser) {
        this.browser = browser;
    }

    /** Empty when there is no Chromium with its driver on this machine. */
    static Optional<BrowserPage> open(String url, String attendant) {
        Optional<File> chromium = program("chromium");
        Optional<File> driver = program("chromedriver");
        if (chromium.isEmpty() || driver.isEmpty()) {
            return Optional.empty();
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get());
        options.addArguments(FLAGS);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.get())
                .usingAnyFreePort()
                .build();
        BrowserPage page = new BrowserPage(new ChromeDriver(service, options));
        page.browser.manage().window().setSize(new Dimension(1280, 900));
        page.browser.get(url);
        page.signIn(attendant);
        return Optional.of(page);
    }

    private static Optional<File> program(String name) {
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> List.of(path.split(File.pathSeparator)).stream())
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst();
    }

    private void signIn(String attendant) {
        WebElement name = awaited("#sign-in input#name");
        name.sendKeys(attendant);
        awaited("#sign-in button.primary").click();
    }

    @Override
    public void perform(Step step) {
        switch (step.first()) {
            case "accept" -> press("[data-key$='/accept']");
            case "arrive" -> press("[data-key$='/arrive']");
            case "solve" -> press("[data-key$='/solve']");
            case "approve" -> press("[data-key$='/approve']");
            case "reject" -> reject(step.afterFirst());
            default -> throw new ScriptException("an attendant cannot '" + step.first() + "'");
        }
    }

    private void reject(String reason) {
        press("[data-key$='/reject']");
        awaited("#ask #answer").sendKeys(reason.isEmpty() ? "not today" : reason);
        press("#ask button.primary");
    }

    private void press(String selector) {
        WebDriverException last = null;
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += LOOK.toMillis()) {
            try {
                awaited(selector).click();
                return;
            } catch (WebDriverException redrawn) {
                // The page draws its cards anew with every change: look for the button again.
                last = redrawn;
                rest();
            }
        }
        throw new ScriptException("the button " + selector + " cannot be pressed: " + last);
    }

    private WebElement awaited(String selector) {
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += LOOK.toMillis()) {
            for (WebElement element : browser.findElements(By.cssSelector(selector))) {
                if (element.isDisplayed() && element.isEnabled()) {
                    return element;
                }
            }
            rest();
        }
        throw new ScriptException("the page shows no " + selector);
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new ScriptException("interrupted");
        }
    }

    @Override
    public void picture(Path png) throws IOException {
        Files.write(png, browser.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public boolean hasPictures() {
        return true;
    }

    @Override
    public void close() {
        browser.quit();
    }
}
