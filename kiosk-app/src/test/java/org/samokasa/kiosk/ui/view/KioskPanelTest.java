package org.samokasa.kiosk.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.ui.EveryScreen;
import org.samokasa.kiosk.ui.ScreenBench;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Theme;

class KioskPanelTest {
    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1920;

    private final List<String> pressed = new ArrayList<>();

    private KioskPanel panel(String way) {
        return panel(EveryScreen.ways().get(way).apply(new ScreenBench()));
    }

    private KioskPanel panel(ScreenBench bench) {
        Theme.LIGHT.install();
        KioskPanel panel = new KioskPanel(Look.of(WIDTH, HEIGHT, 215), false, this::note);
        panel.show(bench.view());
        panel.layOut(WIDTH, HEIGHT);
        return panel;
    }

    private void note(Control control) {
        pressed.add(control.name());
    }

    private static void onEventThread(Runnable work) throws Exception {
        SwingUtilities.invokeAndWait(work);
    }

    @Test
    void a_press_by_name_is_told_once() throws Exception {
        onEventThread(() -> {
            KioskPanel panel = panel("basket");
            assertThat(panel.press("pay")).isTrue();
            assertThat(panel.press("remove-1")).isTrue();
            assertThat(panel.press("start")).isFalse();
        });
        assertThat(pressed).containsExactly("pay", "remove-1");
    }

    @Test
    void a_card_shuts_off_what_lies_below_it_but_not_help() throws Exception {
        onEventThread(() -> {
            KioskPanel panel = panel("age-check");
            assertThat(panel.buttons())
                    .containsExactlyInAnyOrder("remove-age-item", "keep-scanning", "language", "theme", "help");
            assertThat(panel.press("pay")).isFalse();
        });
        assertThat(pressed).isEmpty();
    }

    @Test
    void a_control_that_is_off_cannot_be_pressed() throws Exception {
        onEventThread(() -> {
            KioskPanel panel = panel("basket-empty");
            assertThat(panel.buttons()).doesNotContain("pay");
            assertThat(panel.press("pay")).isFalse();
        });
    }

    @Test
    void pages_show_every_row_once() throws Exception {
        onEventThread(() -> {
            ScreenBench bench = EveryScreen.ways().get("basket-pages").apply(new ScreenBench());
            KioskPanel panel = panel(bench);
            List<String> first = removes(panel);
            assertThat(panel.buttons()).contains("page-next").doesNotContain("page-previous");
            bench.open(new org.samokasa.kiosk.ui.model.UiAction.TurnPage(1));
            panel.show(bench.view());
            panel.layOut(WIDTH, HEIGHT);
            List<String> second = removes(panel);
            assertThat(panel.buttons()).contains("page-previous").doesNotContain("page-next");
            assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(second);
            assertThat(first.size() + second.size())
                    .isEqualTo(bench.lane().sale().orElseThrow().basket().itemCount());
        });
    }

    private static List<String> removes(KioskPanel panel) {
        return panel.buttons().stream()
                .filter(name -> name.startsWith("remove-"))
                .toList();
    }

    @Test
    void a_button_under_a_finger_survives_news_from_the_lane() throws Exception {
        onEventThread(() -> {
            ScreenBench bench = EveryScreen.ways().get("basket").apply(new ScreenBench());
            KioskPanel panel = panel(bench);
            java.awt.Component pay = component(panel, "pay");
            bench.scan(ScreenBench.PASTA);
            panel.show(bench.view());
            assertThat(component(panel, "pay")).isSameAs(pay);
            assertThat(pay.getAccessibleContext().getAccessibleName()).isEqualTo("Pay 34.05\u00A0zł");
        });
    }

    private static java.awt.Component component(KioskPanel panel, String name) {
        return panel.pressable().stream()
                .filter(candidate -> name.equals(candidate.getName()))
                .findFirst()
                .orElseThrow();
    }
}
