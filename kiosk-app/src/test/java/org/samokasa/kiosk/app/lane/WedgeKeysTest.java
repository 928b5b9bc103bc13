package org.samokasa.kiosk.app.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

/** Key events as AWT makes them, without a window: what is taken and what goes through. */
class WedgeKeysTest {
    private final List<String> labels = new ArrayList<>();
    private final JLabel source = new JLabel();
    private long now = 1_000;

    private boolean key(WedgeKeys keys, int id, char character) {
        int code = id == KeyEvent.KEY_TYPED ? KeyEvent.VK_UNDEFINED : KeyEvent.getExtendedKeyCodeForChar(character);
        return keys.dispatchKeyEvent(new KeyEvent(source, id, now, 0, code, character));
    }

    private void type(WedgeKeys keys, String text, int gapMillis) {
        for (char character : text.toCharArray()) {
            now += gapMillis;
            assertThat(key(keys, KeyEvent.KEY_PRESSED, character)).isTrue();
            assertThat(key(keys, KeyEvent.KEY_TYPED, character)).isTrue();
            assertThat(key(keys, KeyEvent.KEY_RELEASED, character)).isTrue();
        }
    }

    @Test
    void a_label_is_taken_whole_and_nothing_of_it_goes_through() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            WedgeKeys keys = new WedgeKeys("", labels::add);
            type(keys, "4006381333931\n", 8);
            assertThat(labels).containsExactly("4006381333931");
            type(keys, "50187416\n", 8);
            assertThat(labels).containsExactly("4006381333931", "50187416");
        });
    }

    @Test
    void what_a_person_types_goes_on_with_all_its_events() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            List<KeyEvent> gone = new ArrayList<>();
            WedgeKeys keys = new WedgeKeys("", labels::add, gone::add);
            type(keys, "mil", 130);
            now += 100;
            type(keys, "50187416\n", 8);
            now += 100;
            type(keys, "ko!", 130);
            // The last one is let go by the timer.
            StringBuilder typed = new StringBuilder();
            for (int i = 0; i < gone.size(); i += 3) {
                assertThat(gone.subList(i, i + 3))
                        .extracting(KeyEvent::getID)
                        .containsExactly(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED);
                typed.append(gone.get(i).getKeyChar());
            }
            assertThat(typed).hasToString("milko");
            assertThat(labels).containsExactly("50187416");
        });
    }

    @Test
    void keys_that_make_no_character_go_through_when_nothing_is_held() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            WedgeKeys keys = new WedgeKeys("", labels::add);
            KeyEvent arrow =
                    new KeyEvent(source, KeyEvent.KEY_PRESSED, now, 0, KeyEvent.VK_DOWN, KeyEvent.CHAR_UNDEFINED);
            assertThat(keys.dispatchKeyEvent(arrow)).isFalse();
            assertThat(labels).isEmpty();
        });
    }
}
