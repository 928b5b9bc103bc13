package org.samokasa.kiosk.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.ui.EveryScreen;
import org.samokasa.kiosk.ui.ScreenBench;
import org.samokasa.kiosk.ui.ScreenParts;

/** A sentence from an attendant stands above everything else that can wait, and stops nothing. */
class NoteScreensTest {
    private static final String TEXT = "One moment, please.";

    private final ScreenBench bench = new ScreenBench();

    private ScreenBench come(String way) {
        return EveryScreen.ways().get(way).apply(bench);
    }

    private boolean isShown() {
        return bench.view()
                .banner()
                .filter(banner -> banner.text().equals(TEXT))
                .isPresent();
    }

    @Test
    void it_stands_for_half_a_minute() {
        come("basket").written(TEXT).seconds(29);
        assertThat(isShown()).isTrue();
        bench.seconds(1);
        assertThat(isShown()).isFalse();
    }

    @Test
    void who_has_read_it_sends_it_away() {
        come("basket").written(TEXT).press("note-read");
        assertThat(isShown()).isFalse();
    }

    @Test
    void the_news_of_who_comes_waits_behind_it() {
        come("assistance-coming").press("help-close").written(TEXT);
        assertThat(isShown()).isTrue();
        bench.press("note-read");
        assertThat(bench.view().banner().orElseThrow().text()).contains("Anna");
    }

    @Test
    void above_a_card_it_is_read_and_the_card_is_answered() {
        come("assistance-coming").written(TEXT);
        assertThat(isShown()).isTrue();
        assertThat(ScreenParts.names(bench.view())).contains("help-close").doesNotContain("note-read");
    }

    @Test
    void who_pays_reads_it_and_has_nothing_to_press_for_it() {
        come("payment").written(TEXT);
        assertThat(isShown()).isTrue();
        assertThat(ScreenParts.names(bench.view())).doesNotContain("note-read");
    }

    @Test
    void the_shopper_goes_on_meanwhile() {
        int items = come("basket")
                .written(TEXT)
                .lane()
                .sale()
                .orElseThrow()
                .basket()
                .itemCount();
        bench.scan(ScreenBench.MUSTARD);
        assertThat(bench.lane().sale().orElseThrow().basket().itemCount()).isEqualTo(items + 1);
        assertThat(isShown()).isTrue();
    }
}
