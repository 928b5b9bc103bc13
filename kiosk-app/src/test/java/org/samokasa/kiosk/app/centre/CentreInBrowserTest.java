package org.samokasa.kiosk.app.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samokasa.kiosk.web.Browser.await;
import static org.samokasa.kiosk.web.Browser.cardText;
import static org.samokasa.kiosk.web.Browser.hasNoSeriousFault;
import static org.samokasa.kiosk.web.Browser.press;
import static org.samokasa.kiosk.web.Browser.size;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.samokasa.kiosk.app.hub.LaneDouble;
import org.samokasa.kiosk.help.HelpCall;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.help.HelpOrder;
import org.samokasa.kiosk.help.HelpRequest;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.LaneMessage.HelpRaised;
import org.samokasa.kiosk.network.LaneState;
import org.samokasa.kiosk.web.Browser;

/** An operator's page in a real browser, two real hubs with their brokers, and one that never answers. */
class CentreInBrowserTest {
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
    Path folder;

    private ServerSocket silent;
    private TwoShops shops;
    private ChromeDriver ola;
    private ChromeDriver anna;

    @BeforeEach
    void start() throws Exception {
        Browser.assumeInstalled();
        // Takes connections and says nothing, ever.
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        shops = new TwoShops(
                folder,
                TwoShops.OLA,
                TwoShops.shop("west", "West End", "http://127.0.0.1:" + silent.getLocalPort(), "k"));
        ola = Browser.open();
    }

    @AfterEach
    void stop() throws Exception {
        Browser.close(ola, anna);
        if (shops != null) {
            shops.close();
            silent.close();
        }
    }

    private void signIn() {
        ola.get(shops.centre.url());
        await(() -> ola.findElement(By.id("sign-in")).isDisplayed());
        ola.findElement(By.id("name")).sendKeys("Ola");
        ola.findElement(By.id("pin")).sendKeys(TwoShops.OLA + "\n");
        await(() -> tile("north").contains("open request") && tile("south").contains("open request"));
    }

    private String tile(String shop) {
        return ola.findElement(By.cssSelector(".tile[data-shop=" + shop + "]")).getText();
    }

    private void signInAnna() {
        anna = Browser.open();
        anna.get(shops.north.consoleUrl());
        await(() -> anna.findElement(By.id("sign-in")).isDisplayed());
        await(() -> {
            anna.findElements(By.cssSelector("#known-names button")).stream()
                    .filter(button -> button.getText().equals("Anna"))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException("Anna"))
                    .click();
            return anna.findElement(By.id("pin")).isDisplayed();
        });
        anna.findElement(By.id("pin")).sendKeys(TwoShops.ANNA + "\n");
        await(() -> anna.findElement(By.id("who")).getText().equals("Anna"));
    }

    private static void answer(ChromeDriver page, String note) {
        await(() -> page.findElement(By.id("ask")).isDisplayed());
        page.findElement(By.id("answer")).sendKeys(note + "\n");
        await(() -> !page.findElement(By.id("ask")).isDisplayed());
    }

    private static HelpRaised stuck(String id, int lane) {
        return new HelpRaised(LaneDouble.call(id, lane, HelpCause.SHOPPER_CALLED, "Shopper called", List.of()));
    }

    @Test
    void an_alert_of_any_shop_is_there_at_once_and_what_the_centre_does_is_seen_in_the_shop() throws Exception {
        signIn();
        signInAnna();
        try (LaneDouble one = shops.north.lane(1);
                LaneDouble four = shops.south.lane(4)) {
            one.show("SHOPPING", List.of(new LaneState.StateLine("Milk 1 L", "1", 119)), List.of());
            ola.executeScript(WATCH);
            four.say(new HelpRaised(LaneDouble.weight("s1", 4)));
            await(() -> cardText(ola, "s1").contains("South Gate"));
            one.say(stuck("n1", 1));
            await(() -> cardText(ola, "n1").contains("North Street"));
            for (String id : List.of("n1", "s1")) {
                Object delay = ola.executeScript("return window.seen['" + id + "'][0] - window.seen['" + id + "'][1]");
                System.out.println("an alert was on the centre's page " + delay + " ms after its hub had it");
            }
            assertThat(cardText(ola, "n1"))
                    .as("the shop is closed, so the centre is called before Anna, who is there")
                    .contains("This is for you", "Shopper reads English", "Accept")
                    .doesNotContain("On my way");
            assertThat(cardText(anna, "n1")).contains("Called: Ola");

            press(ola, "n1", "Accept");
            assertThat(one.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("n1", "Ola", 30));
            await(() -> cardText(anna, "n1").contains("Ola is on it"));
            assertThat(cardText(ola, "n1"))
                    .as("the fact sheet opens by itself")
                    .contains("About North Street", "Maria, +48 600 100 200", "drawer under lane 4", "Polish, English");

            press(ola, "n1", "Hand over to Anna");
            answer(ola, "wants to see the manager");
            await(() -> cardText(anna, "n1").contains("Anna shall go on: wants to see the manager"));
            press(anna, "n1", "Accept");
            await(() -> cardText(ola, "n1").contains("Anna is on it"));
            press(anna, "n1", "Hand over");
            await(() -> anna.findElement(By.id("to")).isDisplayed());
            anna.findElement(By.cssSelector("#to option[value=Ola]")).click();
            assertThat(anna.findElement(By.id("to")).getText()).contains("Ola (help centre)");
            answer(anna, "I am alone at the door");
            await(() -> cardText(ola, "n1").contains("Ola shall go on: I am alone at the door"));
            press(anna, "n1", "Accept");
            await(() -> cardText(ola, "n1").contains("Anna is on it"));

            press(ola, "s1", "Accept weight");
            assertThat(four.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("s1", "Ola", 0));
            assertThat(four.awaitCommand()).isInstanceOf(HubCommand.ResolveProblem.class);
            await(() -> cardText(ola, "s1").contains("Approved by Ola"));
        }
    }

    @Test
    void what_the_law_ties_to_presence_is_handed_over_and_refused_when_asked_for() throws Exception {
        signIn();
        signInAnna();
        try (LaneDouble two = shops.north.lane(2);
                LaneDouble five = shops.south.lane(5)) {
            two.say(new HelpRaised(LaneDouble.ageCheck("n2", 2)));
            five.say(new HelpRaised(LaneDouble.ageCheck("s2", 5)));
            await(() -> cardText(ola, "n2").contains("the law wants somebody in the shop to decide"));
            assertThat(cardText(ola, "n2"))
                    .doesNotContain("Old enough", "Solved", "Accept")
                    .contains("Called: Anna");
            await(() -> cardText(ola, "s2").contains("Old enough"));

            press(ola, "n2", "Hand over to Anna");
            answer(ola, "please look at the card");
            await(() -> cardText(anna, "n2").contains("Anna shall go on: please look at the card"));
            Object refused = ola.executeAsyncScript("""
                    const done = arguments[0];
                    import('/net.js').then(({ ask }) => ask('/shops/north/problems/2/age-n2/approve', {})).then(done);
                    """);
            assertThat(refused.toString()).contains("TAKES_PRESENCE", "Age check");
        }
    }

    @Test
    void a_hub_that_was_killed_comes_back_by_itself_and_no_press_is_lost() throws Exception {
        signIn();
        await(() -> tile("west").contains("No contact"));
        try (LaneDouble four = shops.south.lane(4)) {
            LaneDouble one = shops.north.lane(1);
            one.say(stuck("n1", 1));
            await(() -> cardText(ola, "n1").contains("Accept"));
            shops.killNorth();
            await(() -> tile("north").contains("No contact since")
                    && cardText(ola, "n1").contains("this may be old"));
            press(ola, "n1", "Accept");
            await(() -> ola.findElement(By.id("notice")).getText().contains("It is kept"));
            four.say(stuck("s1", 4));
            await(() -> cardText(ola, "s1").contains("Accept"));
            shops.startNorth();
            await(() -> cardText(ola, "n1").contains("You are on it"));
            assertThat(one.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("n1", "Ola", 30));
            one.close();
        }
    }

    @Test
    void a_shop_that_forgot_the_session_asks_for_the_pin_and_says_nobody_waits_only_of_those_it_hears()
            throws Exception {
        signIn();
        shops.killNorth();
        Files.delete(folder.resolve("north-data").resolve("console-sessions"));
        await(() -> ola.findElement(By.id("cards")).getText().contains("somebody may wait there: North Street"));
        shops.startNorth();
        await(() -> tile("north").contains("Your PIN is asked for"));
        ola.findElement(By.cssSelector(".tile[data-shop=north]")).click();
        // The box is painted anew while we look, and gone once a press was heard.
        await(() -> {
            boolean asked = ola.findElement(By.id("sign-in-for")).getText().equals("For North Street");
            if (!asked) {
                ola.findElements(By.cssSelector("#shop-box [data-key=pin]")).stream()
                        .filter(button -> button.isDisplayed())
                        .forEach(button -> button.click());
            }
            return asked;
        });
        ola.findElement(By.id("pin")).sendKeys(TwoShops.OLA + "\n");
        await(() -> tile("north").contains("open request") && tile("south").contains("open request"));
    }

    @Test
    void the_page_fits_phone_and_desk_speaks_polish_and_has_no_serious_fault() throws Exception {
        ola.get(shops.centre.url());
        await(() -> ola.findElement(By.id("sign-in")).isDisplayed());
        hasNoSeriousFault(ola, "centre-sign-in");
        signIn();
        signInAnna();
        try (LaneDouble one = shops.north.lane(1);
                LaneDouble two = shops.north.lane(2);
                LaneDouble four = shops.south.lane(4)) {
            one.show(
                    "SHOPPING",
                    List.of(new LaneState.StateLine("Milk 1 L", "1", 119), new LaneState.StateLine("Rye", "1", 249)),
                    List.of(LaneState.DeviceState.of("printer", "DOWN", Optional.of("PAPER_OUT"))));
            one.say(stuck("n1", 1));
            two.say(new HelpRaised(LaneDouble.ageCheck("n2", 2)));
            four.say(new HelpRaised(LaneDouble.weight("s1", 4)));
            await(() -> ola.findElements(By.className("card")).size() == 3);
            assertThat(ola.findElements(By.className("card")))
                    .extracting(card -> card.getDomAttribute("data-id"))
                    .containsExactly("n2", "n1", "s1");
            press(ola, "n1", "Accept");
            await(() -> cardText(ola, "n1").contains("About North Street"));
            for (int width : new int[] {1440, 390}) {
                size(ola, width, width > 1000 ? 1000 : 844);
                hasNoSeriousFault(ola, "centre-" + width);
                Browser.fits(ola, "centre at " + width);
            }
            ola.findElement(By.cssSelector(".card[data-id=n2] .place .tool")).click();
            await(() -> ola.findElement(By.id("shop-box")).getText().contains("Only somebody in the shop decides"));
            hasNoSeriousFault(ola, "centre-390-shop");
            size(ola, 1440, 1000);
            hasNoSeriousFault(ola, "centre-1440-shop");
            ola.findElement(By.cssSelector("#shop-box [data-lane='1']")).click();
            await(() -> ola.findElement(By.id("lane")).getText().contains("Rye"));
            hasNoSeriousFault(ola, "centre-1440-lane");
            ola.findElement(By.cssSelector("#lane [data-key='/lanes/1/messagethanks']"))
                    .click();
            assertThat(one.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("n1", "Ola", 30));
            assertThat(one.awaitMessage()).isEqualTo("Thank you for waiting.");
            ola.findElement(By.cssSelector("#lane [data-key=close]")).click();
            ola.findElement(By.cssSelector("#shop-box [data-key=close]")).click();
            ola.findElement(By.cssSelector("#language option[value=pl]")).click();
            await(() -> cardText(ola, "n2").contains("prawo wymaga"));
            hasNoSeriousFault(ola, "centre-polish");
            Browser.fits(ola, "centre at " + 1440);
            ola.findElement(By.id("who")).click();
            ola.findElement(By.id("off-duty")).click();
            await(() -> ola.findElement(By.id("sign-in")).isDisplayed()
                    && !ola.findElement(By.id("off-duty")).isDisplayed());
            await(() -> cardText(anna, "n1").contains("Accept"));
        }
    }

    @Test
    void requests_of_many_shops_stand_in_the_order_that_each_hub_gives_its_own() {
        ola.get(shops.centre.url());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<HelpRequest> requests = new ArrayList<>();
        StringBuilder cards = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            HelpRequest request = request("r" + i, random);
            requests.add(request);
            cards.append(i == 0 ? "" : ",")
                    .append(
                            "{\"shop\":\"s%d\",\"card\":{\"id\":\"%s\",\"cause\":\"%s\",\"phase\":\"%s\",\"openedAt\":\"%s\"}}"
                                    .formatted(
                                            random.nextInt(3),
                                            request.id(),
                                            request.call().cause(),
                                            request.phase(),
                                            request.call().openedAt()));
        }
        Object sorted = ola.executeAsyncScript("""
                const [cards, done] = arguments;
                import('/order.js').then(({ causes, mostUrgentFirst }) =>
                  done([causes.join(), JSON.parse(cards).sort(mostUrgentFirst).map((one) => one.card.id).join()]));
                """, "[" + cards + "]");
        String causes = Stream.of(HelpCause.values()).map(Enum::name).collect(Collectors.joining(","));
        String ours = requests.stream()
                .sorted(HelpOrder.MOST_URGENT_FIRST)
                .map(HelpRequest::id)
                .collect(Collectors.joining(","));
        assertThat(sorted).as("seed %d", seed).isEqualTo(List.of(causes, ours));
    }

    /** Of any cause, at one of a few moments, waiting or not. */
    private static HelpRequest request(String id, Random random) {
        Instant at = Instant.parse("2030-01-01T09:00:00Z").plusMillis(random.nextInt(5) * 250L);
        HelpCause cause = HelpCause.values()[random.nextInt(HelpCause.values().length)];
        HelpCall call = new HelpCall(id, 1, 1, cause, "", List.of(), at, List.of());
        List<HelpEvent> life = List.of(
                new HelpEvent.HelpWasRaised(at, call),
                new HelpEvent.HelpWasAccepted(at, id, "Anna", 0),
                new HelpEvent.HelpWasHandedOver(at, id, "Anna", "", Optional.empty()));
        Optional<HelpRequest> request = Optional.empty();
        for (HelpEvent event : life.subList(0, 1 + random.nextInt(life.size()))) {
            request = Optional.of(HelpLifecycle.evolve(request, event));
        }
        return request.orElseThrow();
    }
}
