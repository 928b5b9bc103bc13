package org.samokasa.kiosk.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.samokasa.kiosk.help.Evidence;
import org.samokasa.kiosk.help.HelpCall;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.network.LaneMessage.HelpRaised;
import org.samokasa.kiosk.network.LaneMessage.SaleSuspended;
import org.samokasa.kiosk.network.LaneState;
import org.samokasa.kiosk.store.SuspendedSale;
import org.samokasa.kiosk.store.SuspendedSalesTest;
import org.samokasa.kiosk.web.Browser;

/** The console in each of its languages in a real browser; the pictures are in target/console. */
class ConsoleLanguagesTest {
    private static final String BUTTONS_THAT_OVERFLOW =
            "return [...document.querySelectorAll('button, .tool, dialog[open]')].filter(e => e.offsetParent || e.open)"
                    + ".filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)";

    /** Every card has one, and none of these stands for itself in any other language. */
    private static final List<String> ENGLISH = List.of(
            "Stuck", "stuck", "lane", "Lane", "Accept", "seems", "Bagging", "Knowledge", "shopper", "undefined");

    @TempDir
    static Path data;

    private static RunningHub hub;
    private static ChromeDriver page;
    private static LaneDouble age;
    private static LaneDouble stuck;

    @BeforeAll
    static void start() throws Exception {
        Browser.assumeInstalled();
        hub = new RunningHub(data);
        age = hub.lane(1);
        stuck = hub.lane(2);
        age.show("SHOPPING", List.of(new LaneState.StateLine("Pale ale 0.5 L", "1", 189)), List.of());
        age.say(new HelpRaised(LaneDouble.ageCheck("age", 1)));
        stuck.show(
                "SHOPPING", List.of(), List.of(LaneState.DeviceState.of("printer", "DOWN", Optional.of("PAPER_OUT"))));
        stuck.say(new HelpRaised(new HelpCall(
                "stuck",
                2,
                7,
                HelpCause.STUCK_SHOPPER,
                "Shopper seems stuck",
                List.of(new Evidence("friction", "WEIGHT_PING_PONG"), new Evidence("again", "2:19:3")),
                Instant.now(),
                List.of(LaneDouble.weight("w", 2).problems().get(0)),
                Optional.of("en"))));
        age.say(new SaleSuspended(new SuspendedSale(
                "s:1-3",
                1,
                3,
                Instant.parse("2030-01-01T09:00:00Z"),
                "Jan",
                List.of(SuspendedSalesTest.line("Pale ale", 189)))));
        page = Browser.open();
        page.get(hub.url);
        Browser.await(() -> page.findElement(By.id("sign-in")).isDisplayed());
        page.findElement(By.id("name")).sendKeys("Ewa");
        page.findElement(By.id("sign-in-go")).click();
        Browser.await(() -> page.findElements(By.className("card")).size() == 3);
    }

    @AfterAll
    static void stop() {
        if (page != null) {
            Browser.close(page);
            age.close();
            stuck.close();
        }
        if (hub != null) {
            hub.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "cs", "de", "hi", "lt", "ru"})
    void every_dialog_fits_a_phone_and_a_desk(String tag) throws IOException {
        page.findElement(By.cssSelector("#language option[value=" + tag + "]")).click();
        Browser.await(() ->
                page.findElement(By.tagName("html")).getDomAttribute("lang").equals(tag));
        Browser.await(() ->
                page.findElement(By.id("language")).getDomProperty("value").equals(tag));
        look(tag, "cards");
        if (!tag.equals("en")) {
            assertThat(page.findElement(By.id("requests")).getText().replace("Pale ale", ""))
                    .doesNotContain(ENGLISH)
                    .doesNotContain("_", "2:19:3");
        }
        page.findElement(By.id("knowledge")).click();
        look(tag, "knowledge");
        page.findElement(By.id("knowledge-close")).click();
        page.findElement(By.id("shift")).click();
        look(tag, "shift");
        page.findElements(By.cssSelector("#shift-box button")).get(1).click();
        page.findElement(By.cssSelector(".tile[data-lane='2']")).click();
        look(tag, "lane");
        page.findElement(By.cssSelector("#lane [data-key=machines]")).click();
        look(tag, "machines");
        page.findElement(By.cssSelector("#lane [data-key=machines-back]")).click();
        page.findElement(By.cssSelector("#lane [data-key=close]")).click();
    }

    @ParameterizedTest
    @CsvSource({
        "en, tag supervisor, Security check",
        "pl, polka placi, Pytanie o cenę",
        "cs, blecha, ''",
        "cs, ODKLADACI vaha, Váha nesouhlasí",
        "de, drucker schliessen, Papier leer",
        "hi, तराज़ू, वज़न में अंतर",
        "lt, spausdintuva ritini, Baigėsi popierius",
        "ru, еще чип, Трудности с оплатой",
    })
    void knowledge_is_found_without_accents(String tag, String typed, String found) {
        page.findElement(By.cssSelector("#language option[value=" + tag + "]")).click();
        Browser.await(() ->
                page.findElement(By.tagName("html")).getDomAttribute("lang").equals(tag));
        page.findElement(By.id("knowledge")).click();
        page.findElement(By.id("typed")).sendKeys(typed);
        Browser.await(() -> page.findElements(By.cssSelector("#found h3")).stream()
                .map(WebElement::getText)
                .toList()
                .equals(found.isEmpty() ? List.of() : List.of(found)));
        page.findElement(By.id("knowledge-close")).click();
    }

    private static void look(String tag, String what) throws IOException {
        for (Map.Entry<String, int[]> size : Map.of("phone", new int[] {390, 844}, "desk", new int[] {1440, 900})
                .entrySet()) {
            Browser.size(page, size.getValue()[0], size.getValue()[1]);
            String name = String.join("-", size.getKey(), what, tag);
            Browser.picture(page, name);
            Browser.fits(page, name);
            assertThat((List<?>) page.executeScript(BUTTONS_THAT_OVERFLOW))
                    .as(name)
                    .isEmpty();
        }
    }
}
