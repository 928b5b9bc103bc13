package org.samokasa.kiosk.app.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Real processes: what an attendant writes at the console reaches the lane, outlives a kill, and is read. */
class WrittenFromTheConsoleTest extends LiveShop {
    private static final String TEXT = "Somebody is coming to you.";

    @Test
    void a_sentence_reaches_the_shopper() throws Exception {
        lane(view -> Boolean.TRUE.equals(view.get("hub")));
        scanned(MILK, 1035, 1);
        String sentence = "{\"by\":\"Anna\",\"text\":\"" + TEXT + "\"}";
        assertThat(call("POST", "/api/lanes/4/message", sentence).statusCode()).isEqualTo(200);
        lane(view -> TEXT.equals(view.get("note")));
        shop.cut("lane");
        shop.restart("lane");
        lane(view -> TEXT.equals(view.get("note")));
        shop.lane().order("tell read-note");
        lane(view -> !view.containsKey("note"));
        journalIsSound();
    }
}
