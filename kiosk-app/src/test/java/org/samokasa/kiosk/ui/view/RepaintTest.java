package org.samokasa.kiosk.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.LayoutManager2;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.ui.EveryScreen;
import org.samokasa.kiosk.ui.ScreenBench;
import org.samokasa.kiosk.ui.model.UiAction;
import org.samokasa.kiosk.ui.model.ViewState;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Theme;

/** What a panel asks to be painted again is all that changed, and on the basket screen not much more. */
class RepaintTest {
    private int width = 540;
    private int height = 960;

    /** Keeps what was asked for instead of doing it. */
    private static final class Asked extends RepaintManager {
        private final KioskPanel panel;
        private final List<Rectangle> dirty = new ArrayList<>();
        private boolean layoutAsked;

        /** Puts the panel into something, because what stands in nothing asks for no layout. */
        Asked(KioskPanel panel) {
            this.panel = panel;
            new JPanel(null).add(panel);
        }

        @Override
        public void addDirtyRegion(JComponent part, int x, int y, int width, int height) {
            if (SwingUtilities.isDescendingFrom(part, panel)) {
                dirty.add(SwingUtilities.convertRectangle(part, new Rectangle(x, y, width, height), panel));
            }
        }

        @Override
        public synchronized void addInvalidComponent(JComponent part) {
            layoutAsked = true;
        }
    }

    private KioskPanel panel() {
        return new KioskPanel(Look.of(width, height, 215), width > height, control -> {});
    }

    private BufferedImage whole(ViewState state) {
        KioskPanel fresh = panel();
        fresh.show(state);
        return fresh.picture(width, height);
    }

    /** A visit with a basket of several pages, one touch at a time. */
    private static List<ViewState> visit() {
        ScreenBench bench = new ScreenBench().tell(new ShopperCommand.StartShopping());
        List<ViewState> states = new ArrayList<>(List.of(bench.view()));
        for (int line = 0; line < 14; line++) {
            states.add(bench.scan(line % 2 == 0 ? ScreenBench.PASTA : ScreenBench.YOGHURT)
                    .view());
        }
        states.add(bench.seconds(2).view());
        states.add(bench.open(new UiAction.TurnPage(1)).view());
        states.add(bench.open(new UiAction.TurnPage(-1)).view());
        for (int line = 14; line > 2; line--) {
            states.add(
                    bench.tell(new ShopperCommand.RemoveLine(line)).settleBag().view());
        }
        states.add(bench.tell(new ShopperCommand.ChooseLanguage(Language.PL)).view());
        states.add(bench.tell(new ShopperCommand.RemoveLine(1)).settleBag().view());
        states.add(bench.tell(new ShopperCommand.RemoveLine(2)).settleBag().view());
        EveryScreen.ways().values().forEach(way -> {
            states.add(way.apply(new ScreenBench()).view());
            states.add(EveryScreen.ways().get("basket").apply(new ScreenBench()).view());
        });
        return states;
    }

    @ParameterizedTest
    @CsvSource({"540, 960", "960, 540"})
    void painting_what_is_asked_for_shows_what_painting_everything_would(int wide, int high) throws Exception {
        width = wide;
        height = high;
        SwingUtilities.invokeAndWait(() -> {
            RepaintManager before = RepaintManager.currentManager(null);
            Theme.LIGHT.install();
            KioskPanel panel = panel();
            Asked asked = new Asked(panel);
            RepaintManager.setCurrentManager(asked);
            try {
                List<ViewState> visit = visit();
                panel.show(visit.get(0));
                BufferedImage glass = panel.picture(width, height);
                for (int at = 1; at < visit.size(); at++) {
                    step(panel, asked, glass, visit.get(at));
                    assertThat(difference(glass, whole(visit.get(at))))
                            .as("step %d, %s", at, visit.get(at))
                            .isEqualTo(new Rectangle());
                }
            } finally {
                RepaintManager.setCurrentManager(before);
            }
        });
    }

    @Test
    void one_more_line_leaves_status_bar_and_actions_alone() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            RepaintManager before = RepaintManager.currentManager(null);
            Theme.LIGHT.install();
            KioskPanel panel = panel();
            Asked asked = new Asked(panel);
            RepaintManager.setCurrentManager(asked);
            try {
                ScreenBench bench = new ScreenBench().scan(ScreenBench.PASTA, ScreenBench.YOGHURT);
                BufferedImage glass = panel.picture(width, height);
                step(panel, asked, glass, bench.view());
                step(panel, asked, glass, bench.scan(ScreenBench.PASTA).view());
                Rectangle lookUp = panel.pressable().stream()
                        .filter(button -> "lookup".equals(button.getName()))
                        .map(button -> SwingUtilities.convertRectangle(button, new Rectangle(button.getSize()), panel))
                        .findFirst()
                        .orElseThrow();
                assertThat(asked.dirty).isNotEmpty();
                assertThat(asked.dirty).noneMatch(lookUp::intersects);
                assertThat(asked.dirty).noneMatch(new Rectangle(0, 0, width, 20)::intersects);
            } finally {
                RepaintManager.setCurrentManager(before);
            }
        });
    }

    /** Shows and paints as a window would: lays out only when asked, paints only where asked. */
    private void step(KioskPanel panel, Asked asked, BufferedImage glass, ViewState state) {
        asked.dirty.clear();
        asked.layoutAsked = false;
        panel.show(state);
        if (asked.layoutAsked) {
            forgetSizes(panel);
            panel.layOut(width, height);
        }
        for (Rectangle part : List.copyOf(asked.dirty)) {
            Graphics2D g = glass.createGraphics();
            g.clip(part);
            panel.printAll(g);
            g.dispose();
        }
    }

    /** Without a window no part ever counts as valid, so nobody tells the layouts that what they keep is old. */
    private static void forgetSizes(Container part) {
        if (part.getLayout() instanceof LayoutManager2 keeper) {
            keeper.invalidateLayout(part);
        }
        for (Component child : part.getComponents()) {
            if (child instanceof Container inner) {
                forgetSizes(inner);
            }
        }
    }

    /** Smallest rectangle with all pixels that differ; of no size when there are none. */
    private Rectangle difference(BufferedImage one, BufferedImage other) {
        Rectangle difference = new Rectangle();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    Rectangle pixel = new Rectangle(x, y, 1, 1);
                    difference = difference.isEmpty() ? pixel : difference.union(pixel);
                }
            }
        }
        return difference;
    }
}
