package org.samokasa.kiosk.app.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.persistence.journal.DiskFiles;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.sim.app.demo.DemoFiles;
import org.samokasa.sim.app.demo.Shop;
import org.samokasa.sim.script.ScriptException;

/** Real processes on real wires; the lane is killed as a power cut kills it and must come back to the same sale. */
class LaneKilledTest {
    private static final String MILK = "5900820000158";
    private static final String YOGHURT = "5900512999401";

    @TempDir
    Path folder;

    private DemoFiles files;
    private Shop shop;

    @BeforeEach
    void openTheShop() throws IOException {
        files = new DemoFiles(folder.resolve("shop"));
        shop = new Shop(files, System.getProperty("java.class.path"), "en", false, java.util.Optional.empty());
        lane(view -> machines(view).values().stream().allMatch("UP"::equals)
                && machines(view).size() == 5);
    }

    @AfterEach
    void closeTheShop() {
        shop.close();
    }

    @Test
    void killed_while_scanning_it_has_the_same_basket() throws IOException {
        scanned(MILK, 1035, 1);
        scanned(YOGHURT, 180, 2);
        shop.machines().order("scan " + MILK);
        shop.cut("lane");
        shop.restart("lane");
        Map<String, Object> view = lane(seen -> "SHOPPING".equals(seen.get("phase")));
        assertThat(number(view, "sale")).isEqualTo(1);
        assertThat(number(view, "lines"))
                .as("two acknowledged scans, and the last one whole or not at all")
                .isBetween(2L, 3L);
        assertThat(number(view, "totalMinor")).isEqualTo(number(view, "lines") == 2 ? 718 : 1117);
        journalIsSound();
    }

    @Test
    void killed_while_the_terminal_waits_for_the_card_it_asks_and_nothing_was_taken() throws IOException {
        long before = taken();
        pay();
        until(() -> machine("terminal").get("waits for a card").equals("yes"));
        shop.cut("lane");
        shop.restart("lane");
        Map<String, Object> view = lane(seen -> "REFUSED".equals(seen.get("payment")));
        assertThat(number(view, "sale")).isEqualTo(1);
        assertThat(number(view, "totalMinor")).isEqualTo(399);
        assertThat(taken()).isEqualTo(before);
        journalIsSound();
        shop.lane().order("tell pay");
        until(() -> machine("terminal").get("waits for a card").equals("yes"));
        shop.machines().order("card approve");
        lane(seen -> "RECEIPT".equals(seen.get("phase")));
        assertThat(taken()).isEqualTo(before + 399);
    }

    @Test
    void killed_between_approval_and_receipt_it_is_paid_once_and_prints() throws IOException {
        long before = taken();
        pay();
        shop.machines().order("card approve");
        lane(seen -> List.of("APPROVED", "FINISHED").contains(String.valueOf(seen.get("payment"))));
        shop.cut("lane");
        shop.restart("lane");
        lane(seen -> "RECEIPT".equals(seen.get("phase")) || "THANKS".equals(seen.get("phase")));
        assertThat(taken()).isEqualTo(before + 399);
        lane(seen -> "ATTRACT".equals(seen.get("phase")));
        until(() -> Integer.parseInt(machine("printer").get("lines").toString()) > 5);
        scanned(MILK, 0, 1);
        assertThat(number(shop.lane().object("view"), "sale")).isEqualTo(2);
        journalIsSound();
    }

    private void pay() {
        scanned(MILK, 1035, 1);
        shop.lane().order("tell pay");
        lane(view -> "PAYING".equals(view.get("phase")));
    }

    private void scanned(String code, int grams, int lines) {
        shop.machines().order("scan " + code);
        if (grams > 0) {
            shop.machines().order("bag " + grams + " g");
        }
        lane(view -> number(view, "lines") == lines);
    }

    private long taken() {
        return Long.parseLong(machine("terminal").get("taken").toString().split(" ")[0]);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> machine(String name) {
        return (Map<String, Object>) shop.machines().object("status").get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> machines(Map<String, Object> view) {
        return (Map<String, Object>) view.get("machines");
    }

    private static long number(Map<String, Object> view, String key) {
        return ((Number) view.getOrDefault(key, 0L)).longValue();
    }

    private void journalIsSound() throws IOException {
        assertThat(JournalReader.verify(new DiskFiles(files.laneData().resolve("journal")))
                        .firstBad())
                .isEmpty();
    }

    /** The lane's view once it is as wished; the bound is for a loaded machine, not for the lane. */
    private Map<String, Object> lane(Predicate<Map<String, Object>> wished) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .ignoreException(ScriptException.class)
                .until(() -> shop.lane().object("view"), wished);
    }

    private static void until(java.util.concurrent.Callable<Boolean> wished) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreException(ScriptException.class)
                .until(wished);
    }
}
