package org.samokasa.kiosk.app.lane;

import java.nio.file.Path;
import java.util.List;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.LaneView;

/** What a lane shows itself on. All methods may be called from any thread. */
interface LaneScreen extends AutoCloseable {
    /** A lane without a screen, as tests and headless machines run it. */
    LaneScreen NONE = new LaneScreen() {
        @Override
        public void show(LaneView view) {
            // Nobody looks.
        }

        @Override
        public String screen() {
            return "NONE";
        }

        @Override
        public boolean press(String button) {
            return false;
        }

        @Override
        public List<String> buttons() {
            return List.of();
        }

        @Override
        public void picture(Path png, int width, int height) {
            throw new IllegalArgumentException("this lane has no screen");
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    };

    /** Shows this; of several in a row only the latest need appear. */
    void show(LaneView view);

    /** Name of the screen that is shown. */
    String screen();

    /** Presses a control as a finger would; false when there is none of that name to press now. */
    boolean press(String button);

    /** Names of the controls that can be pressed now. */
    List<String> buttons();

    /** Paints what is shown to a PNG file, as a screen of this size would show it. */
    void picture(Path png, int width, int height);

    /** Sounds a tone; a screen without a voice stays silent. */
    default void play(Effect.Sound sound) {}

    @Override
    void close();
}
