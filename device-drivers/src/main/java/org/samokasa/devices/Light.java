package org.samokasa.devices;

import java.util.List;
import java.util.Objects;

/** A lane light: lamps that tell from afar how a lane is. */
public interface Light extends Device {
    /** Lights exactly these and puts out all others; kept and shown again after a reconnect. Lamps it lacks are left out. */
    void show(List<Lamp> lamps);

    /** One segment of the pole, named by its colour because that is what people see. */
    record Lamp(Colour colour, Blink blink) {
        public Lamp {
            Objects.requireNonNull(colour, "colour");
            Objects.requireNonNull(blink, "blink");
        }
    }

    enum Colour {
        RED,
        YELLOW,
        GREEN,
        BLUE,
        WHITE
    }

    /** How it shines; a light that cannot blink is steady instead. */
    enum Blink {
        STEADY,
        /** About once a second. */
        SLOW,
        /** About three times a second, the most that does not endanger people with photosensitive epilepsy (WCAG 2.3.1). */
        FAST
    }
}
