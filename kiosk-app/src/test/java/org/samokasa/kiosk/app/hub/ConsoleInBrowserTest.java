package org.samokasa.kiosk.app.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samokasa.kiosk.web.Browser.await;
import static org.samokasa.kiosk.web.Browser.cardText;
import static org.samokasa.kiosk.web.Browser.press;
import static org.samokasa.kiosk.web.Browser.size;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.LaneMessage.HelpRaised;
import org.samokasa.kiosk.network.LaneState;
import org.samokasa.kiosk.web.Browser;

/** The console in a real browser, fed by a real broker. The pictures it takes are in target/console. */
class ConsoleInBrowserTest {
    @TempDir
    Path data;

    private RunningHub hub;
    private ChromeDriver anna;

    @BeforeEach
    void start() throws IOException {
        Browser.assumeInstalled();
        hub = new RunningHub(data);
        anna = Browser.open();
        signIn(anna, "Anna");
    }

    @AfterEach
    void stop() {
        Browser.close(anna);
        if (hub != null) {
            hub.close();
        }
    }

    private void signIn(ChromeDriver page, String name) {
        page.get(hub.url);
        await(() -> page.findElement(By.id("sign-in")).isDisplayed());
        page.findElement(By.id("name")).sendKeys(name);
        page.findElement(By.cssSelector("#sign-in-form button[type=submit]")).click();
        await(() -> page.findElement(By.id("link")).getText().equals("Live"));
    }

    private static Optional<WebElement> card(ChromeDriver page, String requestId) {
        return page.findElements(By.cssSelector(".card[data-id='" + requestId + "']")).stream()
                .findFirst();
    }

    @Test
    void an_alert_appears_is_accepted_and_approved_and_every_other_page_sees_it() throws Exception {
        try (LaneDouble lane = hub.lane(4)) {
            ChromeDriver jan = Browser.open();
            try {
                signIn(jan, "Jan");
                lane.say(new HelpRaised(LaneDouble.ageCheck("r1", 4)));
                await(() -> cardText(anna, "r1").contains("Age check"));
                assertThat(cardText(anna, "r1")).contains("4", "Pale ale 0.5 L", "Born on or before", "2008");
                await(() -> anna.findElement(By.id("news"))
                        .getDomProperty("textContent")
                        .equals("Lane 4: Age check"));

                press(anna, "r1", "Accept");
                assertThat(lane.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("r1", "Anna", 30));
                await(() -> cardText(jan, "r1").contains("Anna is on it"));
                assertThat(jan.findElements(By.cssSelector(".card[data-id=r1] button")))
                        .isEmpty();

                press(anna, "r1", "Old enough");
                assertThat(lane.awaitCommand())
                        .isEqualTo(new HubCommand.ResolveProblem("age-r1", ProblemDecision.APPROVED, "Anna", ""));
                await(() -> cardText(jan, "r1").contains("Approved by Anna"));

                press(anna, "r1", "Solved");
                assertThat(lane.awaitCommand()).isEqualTo(new HubCommand.HelpSolved("r1", "Anna", ""));
                await(() ->
                        cardText(jan, "r1").isEmpty() && cardText(anna, "r1").isEmpty());
            } finally {
                Browser.close(jan);
            }
        }
    }

    @Test
    void a_refusal_asks_why_and_the_keyboard_is_enough() throws Exception {
        try (LaneDouble lane = hub.lane(2)) {
            lane.say(new HelpRaised(LaneDouble.weight("w", 2)));
            await(() -> cardText(anna, "w").contains("\u2212170 g"));
            press(anna, "w", "Not right");
            await(() -> anna.findElement(By.id("ask")).isDisplayed());
            anna.switchTo().activeElement().sendKeys("one bag is missing\n");
            assertThat(lane.awaitCommand()).isInstanceOf(HubCommand.HelpAccepted.class);
            assertThat(lane.awaitCommand())
                    .isEqualTo(new HubCommand.ResolveProblem(
                            "weight-w", ProblemDecision.REJECTED, "Anna", "one bag is missing"));
        }
    }

    @Test
    void a_lane_that_goes_is_shown_as_gone_and_nothing_a_lane_says_becomes_markup() throws Exception {
        LaneDouble lane = hub.lane(7);
        lane.show("SHOPPING", List.of(new LaneState.StateLine("<img src=x onerror=alert(1)>", "1", 100)), List.of());
        await(() -> tile(7).getText().contains("In use"));
        tile(7).click();
        await(() -> anna.findElement(By.id("lane")).getText().contains("<img src=x"));
        assertThat(anna.findElements(By.cssSelector("#lane img"))).isEmpty();
        lane.close();
        await(() -> anna.findElement(By.id("lane")).getText().contains("No contact"));
    }

    private static LaneState.DeviceState device(
            String name,
            String health,
            Optional<String> cause,
            List<String> tests,
            Optional<LaneState.TestState> tested) {
        return new LaneState.DeviceState(
                name,
                health,
                cause,
                cause.map(why -> "no paper"),
                Optional.of(Instant.parse("2030-01-01T09:00:00Z")),
                Optional.of("escpos"),
                Optional.of("tcp://10.0.0.7:9100"),
                tests,
                Optional.empty(),
                tested);
    }

    @Test
    void machines_say_what_to_do_and_their_tests_go_to_the_lane_and_come_back() throws Exception {
        List<LaneState.DeviceState> devices = List.of(
                device("printer", "DOWN", Optional.of("PAPER_OUT"), List.of("PRINT_PAGE", "WIRE"), Optional.empty()),
                device("terminal", "UP", Optional.empty(), List.of("DIAGNOSE", "END_OF_DAY"), Optional.empty()));
        try (LaneDouble lane = hub.lane(3)) {
            lane.show("ATTRACT", List.of(), devices);
            await(() -> tile(3).isDisplayed());
            tile(3).click();
            await(() -> pressKey("machines"));
            await(() -> anna.findElement(By.id("lane")).getText().contains("Put in a new roll."));
            assertThat(anna.findElement(By.id("lane")).getText())
                    .contains("Receipt printer", "no paper", "since", "tcp://10.0.0.7:9100");
            await(() -> pressKey("/lanes/3/machines/terminal/testEND_OF_DAY"));
            assertThat(anna.switchTo().alert().getText()).contains("no longer be taken back");
            anna.switchTo().alert().accept();
            assertThat(lane.awaitCommand()).isInstanceOfSatisfying(HubCommand.TestMachine.class, order -> {
                assertThat(order.machine()).isEqualTo("terminal");
                assertThat(order.test()).isEqualTo("END_OF_DAY");
                assertThat(order.by()).isEqualTo("Anna");
            });
            LaneState.TestState result = new LaneState.TestState(
                    "END_OF_DAY",
                    "Anna",
                    Instant.parse("2030-01-01T09:01:00Z"),
                    "PASSED",
                    "",
                    List.of("total 202.85 EUR", "4 x girocard 51.20 EUR"));
            lane.show(
                    "ATTRACT",
                    List.of(),
                    List.of(
                            devices.get(0),
                            device("terminal", "UP", Optional.empty(), List.of("DIAGNOSE"), Optional.of(result))));
            await(() -> anna.findElement(By.id("lane")).getText().contains("4 x girocard 51.20 EUR"));
            picture("wide-machines", 1440, 900);
            picture("phone-machines", 390, 844);
            lane.show("PAYING", List.of(), devices);
            await(() -> anna.findElement(By.id("lane")).getText().contains("when nobody shops"));
            assertThat(anna.findElement(By.cssSelector("[data-key='/lanes/3/machines/terminal/testEND_OF_DAY']"))
                            .isEnabled())
                    .isFalse();
        }
    }

    private boolean pressKey(String key) {
        WebElement button = anna.findElement(By.cssSelector("#lane [data-key='" + key + "']"));
        button.click();
        return true;
    }

    private WebElement tile(int lane) {
        return anna.findElement(By.cssSelector(".tile[data-lane='" + lane + "']"));
    }

    @Test
    void the_page_speaks_polish_fits_every_width_and_has_its_picture_taken() throws Exception {
        try (LaneDouble one = hub.lane(1);
                LaneDouble two = hub.lane(2);
                LaneDouble three = hub.lane(3);
                LaneDouble four = hub.lane(4);
                LaneDouble five = hub.lane(5);
                LaneDouble six = hub.lane(6)) {
            one.show("ATTRACT", List.of(), List.of(LaneState.DeviceState.of("scanner", "UP", Optional.empty())));
            two.show("SHOPPING", basket(9), List.of());
            three.show("CLOSED", List.of(), List.of());
            four.show("SHOPPING", basket(6), List.of());
            five.show("ATTRACT", List.of(), List.of(LaneState.DeviceState.of("printer", "DOWN", Optional.of("paper"))));
            six.show("PAYING", basket(3), List.of());
            hub.lane(8).close();
            four.say(new HelpRaised(LaneDouble.ageCheck("r4", 4)));
            two.say(new HelpRaised(LaneDouble.weight("r2", 2)));
            six.say(new HelpRaised(LaneDouble.call("r6", 6, HelpCause.SHOPPER_CALLED, "Shopper called", List.of())));
            await(() -> anna.findElements(By.className("card")).size() == 3
                    && anna.findElements(By.className("tile")).size() >= 6);
            hub.post("/api/requests/r6/go", "{\"by\":\"Jan\"}");
            await(() -> cardText(anna, "r6").contains("Jan is on the way"));

            for (String theme : List.of("light", "dark")) {
                anna.executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
                picture("wide-" + theme, 1440, 900);
                picture("tablet-" + theme, 820, 1180);
                picture("phone-" + theme, 390, 844);
            }
            tile(5).click();
            await(() -> anna.findElement(By.id("lane")).getText().contains("does not work"));
            picture("phone-lane", 390, 844);
            picture("wide-lane", 1440, 900);
            anna.findElement(By.cssSelector("#lane [data-key='/lanes/5/messagethanks']"))
                    .click();
            assertThat(five.awaitMessage()).isEqualTo("Thank you for waiting.");
            anna.findElement(By.cssSelector("#lane [data-key=close]")).click();
            anna.executeScript("document.documentElement.style.fontSize = '200%'");
            picture("phone-large-text", 390, 844);
            picture("wide-large-text", 1440, 900);
            anna.executeScript("document.documentElement.style.fontSize = ''");
            anna.findElement(By.cssSelector("#language option[value=pl]")).click();
            await(() -> cardText(anna, "r4").contains("Sprawdź wiek"));
            picture("wide-polish", 1440, 900);
            picture("phone-polish", 390, 844);
        }
    }

    private static List<LaneState.StateLine> basket(int lines) {
        List<LaneState.StateLine> goods = List.of(
                new LaneState.StateLine("Milk 1 L", "1", 119),
                new LaneState.StateLine("Rye bread", "1", 249),
                new LaneState.StateLine("Bananas", "0.785 kg", 156),
                new LaneState.StateLine("Butter", "2", 458),
                new LaneState.StateLine("3 for 2: apples", "1", -99),
                new LaneState.StateLine("Pale ale 0.5 L", "1", 189),
                new LaneState.StateLine("Deposit bottle", "1", 8),
                new LaneState.StateLine("Oat flakes", "1", 139),
                new LaneState.StateLine("Oranges 1 kg net", "1", 279));
        return goods.subList(0, lines);
    }

    private void picture(String name, int width, int height) throws IOException {
        size(anna, width, height);
        Browser.picture(anna, name);
        Browser.fits(anna, name);
    }
}
