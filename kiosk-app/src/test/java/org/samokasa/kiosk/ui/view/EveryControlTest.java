package org.samokasa.kiosk.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.ui.EveryScreen;
import org.samokasa.kiosk.ui.ScreenBench;
import org.samokasa.kiosk.ui.model.ViewState;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Theme;
import org.samokasa.kiosk.words.WordFiles;

/** Walks over everything on every screen: sizes for fingers, room for words, names for those who listen. */
class EveryControlTest {
    private static final double TOUCH_MM = 15;
    private static final double GAP_MM = 3;

    /** Rounding to whole pixels may take this much. */
    private static final double ROUNDING_MM = 0.3;

    /** How much longer than English a translation may be (UX.md section 5). */
    private static final double EXPANSION = 1.7;

    private static final Map<Language, Words> LONG = longWords();

    static Stream<Arguments> displays() {
        return Stream.of(
                Arguments.of(1080, 1920, 215),
                Arguments.of(1920, 1080, 215),
                Arguments.of(1920, 1080, 156),
                Arguments.of(1080, 1920, 270),
                Arguments.of(3840, 2160, 270));
    }

    @ParameterizedTest
    @MethodSource("displays")
    void every_control_can_be_hit_read_and_heard(int width, int height, int diagonal) throws Exception {
        List<String> faults = new ArrayList<>();
        for (Language language : Language.onScreens()) {
            walk(width, height, diagonal, language, WordFiles.all(), faults);
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("displays")
    void words_much_longer_than_english_still_fit(int width, int height, int diagonal) throws Exception {
        List<String> faults = new ArrayList<>();
        walk(width, height, diagonal, Language.EN, LONG, faults);
        assertThat(faults).isEmpty();
    }

    private static void walk(
            int width, int height, int diagonal, Language language, Map<Language, Words> words, List<String> faults)
            throws Exception {
        Look look = Look.of(width, height, diagonal);
        for (String name : EveryScreen.ways().keySet()) {
            ViewState view = EveryScreen.ways()
                    .get(name)
                    .apply(new ScreenBench().speaking(language))
                    .withWords(words)
                    .view();
            SwingUtilities.invokeAndWait(() -> {
                Theme.LIGHT.install();
                KioskPanel panel = new KioskPanel(look, width >= height, control -> {});
                panel.show(view);
                panel.layOut(width, height);
                String where = name + " " + language.tag() + " ";
                List<KioskButton> buttons =
                        panel.pressable().stream().map(KioskButton.class::cast).toList();
                buttons.forEach(button -> button(panel, button, look, where, faults));
                gaps(panel, buttons, look, where, faults);
                labels(panel, look, where, faults);
            });
        }
    }

    private static void button(KioskPanel panel, KioskButton button, Look look, String where, List<String> faults) {
        String what = where + button.getName();
        double least = TOUCH_MM - ROUNDING_MM;
        if (button.getWidth() / look.pxPerMm() < least || button.getHeight() / look.pxPerMm() < least) {
            faults.add(what + " is too small: " + button.getWidth() + "x" + button.getHeight());
        }
        if (!button.labelFits()) {
            faults.add(what + " is too narrow for '" + button.control().label() + "'");
        }
        if (!panel.getBounds().contains(on(panel, button))) {
            faults.add(what + " is not on the screen");
        }
        String spoken = button.getAccessibleContext().getAccessibleName();
        if (spoken == null || spoken.isBlank()) {
            faults.add(what + " has no accessible name");
        }
    }

    private static void gaps(
            KioskPanel panel, List<KioskButton> buttons, Look look, String where, List<String> faults) {
        int half = (int) ((GAP_MM - ROUNDING_MM) * look.pxPerMm() / 2);
        for (int i = 0; i < buttons.size(); i++) {
            for (int j = i + 1; j < buttons.size(); j++) {
                Rectangle one = on(panel, buttons.get(i));
                Rectangle other = on(panel, buttons.get(j));
                one.grow(half, half);
                other.grow(half, half);
                if (one.intersects(other)) {
                    faults.add(where + buttons.get(i).getName() + " is too close to "
                            + buttons.get(j).getName());
                }
            }
        }
    }

    /** Text that wraps must have the height it asks for, and be inside its parent. */
    private static void labels(Container from, Look look, String where, List<String> faults) {
        for (Component part : from.getComponents()) {
            if (!part.isVisible()) {
                continue;
            }
            if (part instanceof Label label && !label.text().isEmpty()) {
                int wanted = label.heightFor(label.getWidth());
                boolean inside = new Rectangle(from.getSize()).contains(label.getBounds());
                if (label.getHeight() < wanted || !inside) {
                    faults.add(where + "cuts '" + label.text() + "'");
                }
            }
            if (part instanceof HeadlineBar bar && !bar.textFits()) {
                faults.add(where + "cuts '" + bar.getAccessibleContext().getAccessibleName() + "'");
            }
            if (part instanceof Container inner) {
                labels(inner, look, where, faults);
            }
        }
    }

    private static Rectangle on(KioskPanel panel, Component part) {
        return SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), panel);
    }

    private static Map<Language, Words> longWords() {
        Map<String, String> longer = new HashMap<>();
        WordFiles.load(Language.EN).sentences().forEach((key, sentence) -> longer.put(key, stretched(sentence)));
        Map<Language, Words> all = new EnumMap<>(Language.class);
        all.put(Language.EN, new Words(Language.EN, longer));
        return all;
    }

    /** Words of usual length until the sentence is as long as the worst translation, with letters that reach up and down. */
    private static String stretched(String sentence) {
        StringBuilder longer = new StringBuilder(sentence);
        String[] more = {"źdźbło", "ąęy", "część", "ğü"};
        int wanted = (int) Math.ceil(sentence.length() * EXPANSION);
        for (int i = 0; longer.length() < wanted; i++) {
            longer.append(i % 2 == 0 ? " " : "").append(more[i % more.length]);
        }
        longer.setLength(Math.max(sentence.length(), wanted));
        return longer.toString().strip();
    }
}
