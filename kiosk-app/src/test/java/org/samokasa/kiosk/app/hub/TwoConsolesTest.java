package org.samokasa.kiosk.app.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samokasa.kiosk.web.Browser.await;
import static org.samokasa.kiosk.web.Browser.cardText;
import static org.samokasa.kiosk.web.Browser.hasNoSeriousFault;
import static org.samokasa.kiosk.web.Browser.press;
import static org.samokasa.kiosk.web.Browser.size;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.LaneMessage.HelpRaised;
import org.samokasa.kiosk.network.LaneMessage.RecallRefused;
import org.samokasa.kiosk.network.LaneMessage.SaleSuspended;
import org.samokasa.kiosk.network.LaneState;
import org.samokasa.kiosk.store.SuspendedSale;
import org.samokasa.kiosk.store.SuspendedSalesTest;
import org.samokasa.kiosk.web.Browser;

/** A phone and a desk at work together in a shop whose staff have PINs. Pictures are in target/console. */
class TwoConsolesTest {
    /** Tells in the page's own clock, corrected to the hub's, when a card was painted. */
    private static final String WATCH = """
            window.seen = {};
            const look = () => document.querySelectorAll('.card').forEach((card) => {
              window.seen[card.dataset.id] ??= [Date.now(), Date.parse(card.dataset.since)];
            });
            new MutationObserver(look).observe(document.getElementById('cards'), { childList: true });
            look();
            """;

    @TempDir
    Path data;

    private RunningHub hub;
    private ChromeDriver anna;
    private ChromeDriver jan;

    @BeforeEach
    void start() throws IOException {
        Browser.assumeInstalled();
        hub = new RunningHub(data, SignInTest.STAFF);
        anna = Browser.open();
        jan = Browser.open();
        size(jan, 390, 844);
    }

    @AfterEach
    void stop() {
        Browser.close(anna, jan);
        hub.close();
    }

    private void signIn(ChromeDriver page, String name, String pin) {
        page.get(hub.url);
        await(() -> page.findElement(By.id("sign-in")).isDisplayed());
        choose(page, name);
        page.findElement(By.id("pin")).sendKeys(pin + "\n");
        await(() -> page.findElement(By.id("who")).getText().equals(name)
                && page.findElement(By.id("link")).getText().equals("Live"));
    }

    private static void choose(ChromeDriver page, String name) {
        await(() -> {
            page.findElements(By.cssSelector("#known-names button")).stream()
                    .filter(button -> button.getText().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException(name))
                    .click();
            return page.findElement(By.id("pin")).isDisplayed();
        });
    }

    @Test
    void both_see_an_alert_at_once_and_what_the_other_does_with_it() throws Exception {
        signIn(anna, "Anna", "1234");
        signIn(jan, "Jan", "9876");
        try (LaneDouble four = hub.lane(4);
                LaneDouble two = hub.lane(2);
                LaneDouble one = hub.lane(1)) {
            one.show("ATTRACT", List.of(), List.of());
            two.show("SHOPPING", List.of(new LaneState.StateLine("Milk 1 L", "1", 119)), List.of());
            await(() -> anna.findElements(By.className("tile")).size() >= 2);
            anna.executeScript(WATCH);
            jan.executeScript(WATCH);
            four.say(new HelpRaised(LaneDouble.ageCheck("r1", 4)));
            await(() -> !cardText(anna, "r1").isEmpty() && !cardText(jan, "r1").isEmpty());
            for (ChromeDriver page : List.of(anna, jan)) {
                long delay = (Long) page.executeScript("return window.seen.r1[0] - window.seen.r1[1]");
                System.out.println("an alert was on a page " + delay + " ms after the hub had it");
                assertThat(delay).isLessThan(10_000);
            }
            assertThat(cardText(anna, "r1")).contains("This is for you", "Shopper was told: about 30 s", "What to do");
            assertThat(cardText(jan, "r1")).contains("Called: Anna");
            press(jan, "r1", "Accept");
            assertThat(four.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("r1", "Jan", 30));
            await(() -> cardText(anna, "r1").contains("Jan is on it"));
            hasNoSeriousFault(anna, "desk");
            hasNoSeriousFault(jan, "phone");

            press(jan, "r1", "Hand over");
            await(() -> jan.findElement(By.id("to")).isDisplayed());
            jan.findElement(By.cssSelector("#to option[value=Anna]")).click();
            hasNoSeriousFault(jan, "phone-hand-over");
            jan.findElement(By.id("answer")).sendKeys("speaks only Polish\n");
            await(() -> cardText(anna, "r1").contains("Anna shall go on: speaks only Polish"));

            two.say(new HelpRaised(LaneDouble.weight("w", 2)));
            await(() -> !cardText(anna, "w").isEmpty());
            press(anna, "w", "Accept weight");
            await(() -> cardText(jan, "w").contains("A second person must agree"));
            press(jan, "w", "I agree");
            await(() -> cardText(anna, "w").contains("Approved by Anna"));
            assertThat(two.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("w", "Anna", 0));
            assertThat(two.awaitCommand()).isInstanceOf(HubCommand.ResolveProblem.class);
        }
    }

    @Test
    void the_other_pages_have_no_serious_fault_and_the_map_is_the_shop() throws Exception {
        anna.get(hub.url);
        await(() -> anna.findElement(By.id("sign-in")).isDisplayed());
        choose(anna, "Anna");
        anna.findElement(By.id("pin")).sendKeys("1111\n");
        await(() -> anna.findElement(By.id("sign-in-wrong")).getText().contains("not right"));
        hasNoSeriousFault(anna, "desk-sign-in");
        signIn(anna, "Anna", "1234");
        try (LaneDouble four = hub.lane(4);
                LaneDouble one = hub.lane(1)) {
            one.show(
                    "ATTRACT",
                    List.of(),
                    List.of(LaneState.DeviceState.of("printer", "DOWN", Optional.of("PAPER_OUT"))));
            four.show("CLOSED", List.of(), List.of());
            await(() -> anna.findElements(By.cssSelector(".tile.FAULT, .tile.CLOSED"))
                            .size()
                    == 2);
            assertThat(anna.findElement(By.cssSelector(".tile[data-lane='4']"))
                            .getLocation()
                            .getX())
                    .as("4 . 1 in the first row")
                    .isLessThan(anna.findElement(By.cssSelector(".tile[data-lane='1']"))
                            .getLocation()
                            .getX());
            anna.findElement(By.cssSelector("[data-key=openAll]")).click();
            anna.switchTo().alert().accept();
            assertThat(four.awaitCommand()).isEqualTo(new HubCommand.OpenLane("Anna"));

            anna.findElement(By.id("knowledge")).click();
            anna.findElement(By.id("typed")).sendKeys("birth card");
            await(() -> anna.findElements(By.cssSelector("#found h3")).size() == 1);
            hasNoSeriousFault(anna, "desk-knowledge");
            anna.findElement(By.id("knowledge-close")).click();
            anna.findElement(By.id("shift")).click();
            await(() -> anna.findElement(By.id("shift-box")).getText().contains("On duty: Anna"));
            hasNoSeriousFault(anna, "desk-shift");
            anna.findElement(By.cssSelector("[data-key=shift-close]")).click();
            anna.findElement(By.cssSelector(".tile[data-lane='1']")).click();
            await(() -> anna.findElement(By.id("lane")).isDisplayed());
            hasNoSeriousFault(anna, "desk-lane");
            size(anna, 390, 844);
            hasNoSeriousFault(anna, "phone-lane-dialog");
        }
    }

    @Test
    void a_lane_is_paused_and_closes_after_its_shopper_and_both_pages_say_who_wants_it() throws Exception {
        signIn(anna, "Anna", "1234");
        signIn(jan, "Jan", "9876");
        try (LaneDouble four = hub.lane(4)) {
            four.show("SHOPPING", List.of(), List.of());
            order("Pause");
            assertThat(four.awaitCommand()).isEqualTo(new HubCommand.PauseLane("Anna"));
            LaneState.Order byAnna = new LaneState.Order("Anna", Instant.now());
            four.show("SHOPPING", List.of(), List.of(), Optional.of(byAnna), Optional.empty());
            await(() -> tile(jan).contains("Paused"));
            order("Close after this shopper");
            assertThat(four.awaitCommand()).isEqualTo(new HubCommand.CloseLane("Anna"));
            four.show("SHOPPING", List.of(), List.of(), Optional.of(byAnna), Optional.of(byAnna));
            await(() -> tile(jan).contains("Closes after this shopper"));
            jan.findElement(By.cssSelector(".tile[data-lane='4']")).click();
            await(() -> jan.findElement(By.id("lane")).getText().contains("Anna paused it at"));
            hasNoSeriousFault(jan, "phone-paused");
            order("Keep it open");
            assertThat(four.awaitCommand()).isEqualTo(new HubCommand.OpenLane("Anna"));
            order("Go on");
            assertThat(four.awaitCommand()).isEqualTo(new HubCommand.ResumeLane("Anna"));
            hasNoSeriousFault(anna, "desk-paused");
        }
    }

    @Test
    void a_basket_is_put_aside_and_goes_on_where_a_lane_is_free() throws Exception {
        signIn(anna, "Anna", "1234");
        signIn(jan, "Jan", "9876");
        try (LaneDouble four = hub.lane(4);
                LaneDouble two = hub.lane(2)) {
            four.show("SHOPPING", List.of(new LaneState.StateLine("Milk 1 L", "1", 119)), List.of());
            order("Put the basket aside");
            assertThat(four.awaitCommand()).isEqualTo(new HubCommand.SuspendSale(17, "Anna"));
            List<Line> lines = List.of(SuspendedSalesTest.line("Milk 1 L", 119));
            four.say(new SaleSuspended(new SuspendedSale("s:4-17", 4, 17, Instant.now(), "Anna", lines)));
            await(() -> suspended(jan).contains("From lane 4") && suspended(jan).contains("No lane is free"));
            two.show("ATTRACT", List.of(), List.of());
            await(() -> suspended(jan).contains("Go on at lane 2"));
            jan.findElement(By.cssSelector("#suspended summary")).click();
            await(() -> suspended(jan).contains("Milk 1 L"));
            hasNoSeriousFault(jan, "phone-suspended");
            Browser.fits(jan, "phone-suspended");
            jan.findElement(By.cssSelector("#suspended .secondary")).click();
            assertThat(two.awaitCommand())
                    .isInstanceOfSatisfying(
                            HubCommand.RecallSale.class,
                            order -> assertThat(order.lines()).isEqualTo(lines));
            await(() -> suspended(anna).contains("On its way to lane 2"));
            two.say(new RecallRefused("s:4-17"));
            await(() -> suspended(anna).contains("Lane 2 could not take it"));
            hasNoSeriousFault(jan, "phone-suspended-refused");
            jan.findElement(By.cssSelector("#suspended [data-key$=give-up]")).click();
            await(() -> jan.findElement(By.id("ask")).isDisplayed());
            jan.findElement(By.id("answer")).sendKeys("nobody came back\n");
            await(() -> suspended(anna).isEmpty() && suspended(jan).isEmpty());
        }
    }

    private static String suspended(ChromeDriver page) {
        return page.findElement(By.id("suspended-box")).getText();
    }

    @Test
    void a_card_shows_the_goods_as_the_shopper_sees_them() throws Exception {
        signIn(anna, "Anna", "1234");
        try (LaneDouble four = hub.lane(4)) {
            four.say(new HelpRaised(LaneDouble.weight("r1", 4)));
            await(() -> (Boolean)
                    anna.executeScript("return (document.querySelector('.card img.goods')?.naturalWidth ?? 0) > 0"));
            assertThat(cardText(anna, "r1")).doesNotContain("picture");
            Browser.picture(anna, "desk-goods");
        }
    }

    @Test
    void a_card_tells_how_the_last_calls_alike_ended() throws Exception {
        String session = hub.signIn("Jan", "9876");
        signIn(anna, "Anna", "1234");
        try (LaneDouble four = hub.lane(4)) {
            four.awaitAcknowledgement(four.say(new HelpRaised(LaneDouble.weight("r1", 4))));
            hub.post("/api/requests/r1/accept", session, "{}");
            hub.post("/api/requests/r1/solve", session, "{\"action\":\"weighed again\"}");
            four.say(new HelpRaised(LaneDouble.weight("r2", 4)));
            await(() -> cardText(anna, "r2").contains("Lately alike"));
            await(() -> {
                anna.findElement(By.cssSelector("[data-key=aliker2]")).click();
                return true;
            });
            await(() -> cardText(anna, "r2").contains("solved by Jan, weighed again"));
        }
    }

    /** Anna opens lane 4 and presses what stands there. */
    private void order(String words) {
        if (!anna.findElement(By.id("lane")).isDisplayed()) {
            await(() ->
                    !anna.findElements(By.cssSelector(".tile[data-lane='4']")).isEmpty());
            anna.findElement(By.cssSelector(".tile[data-lane='4']")).click();
        }
        By button = By.xpath("//dialog[@id='lane']//button[normalize-space(.)='" + words + "']");
        await(() -> !anna.findElements(button).isEmpty());
        anna.findElement(button).click();
    }

    private static String tile(ChromeDriver page) {
        return page.findElements(By.cssSelector(".tile[data-lane='4']")).stream()
                .map(tile -> tile.getText())
                .findFirst()
                .orElse("");
    }

    @Test
    void what_is_done_while_the_hub_is_away_is_sent_once_when_it_is_back() throws Exception {
        signIn(anna, "Anna", "1234");
        try (LaneDouble four = hub.lane(4)) {
            four.say(new HelpRaised(LaneDouble.ageCheck("r1", 4)));
            await(() -> !cardText(anna, "r1").isEmpty());
            offline(true);
            press(anna, "r1", "On my way");
            await(() -> anna.findElement(By.id("notice")).getText().contains("It is kept"));
            offline(false);
            await(() -> cardText(anna, "r1").contains("You are on your way"));
            assertThat(four.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("r1", "Anna", 0));
            assertThat(four.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("r1", "Anna", 20));
        }
    }

    private void offline(boolean cut) {
        anna.executeCdpCommand("Network.enable", Map.of());
        anna.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", cut, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }
}
