package org.samokasa.sim.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The windows of the demo stand beside each other and never over each other. */
class DemoWindowsTest {
    @Test
    void a_usual_screen_holds_shopper_machines_and_attendant_side_by_side() {
        DemoWindows usual = DemoWindows.of(1920, 1080);
        assertThat(usual.hasPage()).isTrue();
        assertThat(usual.kioskWidth()).isEqualTo(450);
        assertThat(usual.panelPercent()).isBetween(80, 99);
        assertThat(DemoWindows.of(2560, 1440).panelPercent()).isEqualTo(100);
        besideEachOther(usual, 1920);
    }

    @Test
    void every_screen_that_has_room_for_a_page_keeps_all_three_apart() {
        for (int width = 1024; width <= 5120; width += 64) {
            for (int height = 600; height <= 2880; height += 120) {
                DemoWindows windows = DemoWindows.of(width, height);
                if (windows.hasPage()) {
                    besideEachOther(windows, width);
                } else {
                    assertThat(windows.panelWidth()).isZero();
                }
            }
        }
    }

    private static void besideEachOther(DemoWindows windows, int screen) {
        assertThat(windows.panelLeft()).isGreaterThan(windows.kioskWidth());
        assertThat(windows.panelWidth()).isGreaterThanOrEqualTo(DemoWindows.PANEL_LEAST);
        assertThat(windows.panelLeft() + windows.panelWidth()).isLessThan(windows.pageLeft());
        assertThat(windows.pageWidth()).isBetween(DemoWindows.PAGE_LEAST, DemoWindows.PAGE_MOST);
        assertThat(windows.pageLeft() + windows.pageWidth()).isLessThanOrEqualTo(screen);
    }
}
