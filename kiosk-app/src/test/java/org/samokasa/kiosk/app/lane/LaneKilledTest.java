package org.samokasa.kiosk.app.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real processes on real wires; the lane is killed as a power cut kills it and must come back to the same sale. */
class LaneKilledTest extends LiveShop {
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
        lane(seen -> machines(seen).values().stream().allMatch("UP"::equals));
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
        until(() -> machine("terminal").get("waits for a card").equals("yes"));
        shop.machines().order("card approve");
        lane(seen -> "RECEIPT".equals(seen.get("phase")));
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
}
