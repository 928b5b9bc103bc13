package org.samokasa.kiosk.hardware;

import org.samokasa.devices.Light;
import org.samokasa.devices.Light.Lamp;
import org.samokasa.devices.Light.Pattern;
import org.samokasa.kiosk.hardware.EffectRunner.Door;
import org.samokasa.kiosk.lane.LaneLight;
import org.samokasa.kiosk.lane.LaneView;

/** Shows on the pole how the lane is. Follows the lane's state, so that a restart needs no memory of it. */
public final class LightFollower {
    private final Door<Light> light;
    private Pattern shown = Pattern.DARK;

    public LightFollower(Door<Light> light) {
        this.light = light;
    }

    /** Tells the light, when it should look different now. */
    public void show(LaneView view) {
        LaneLight state = view.stopped().isPresent()
                ? LaneLight.OUT_OF_SERVICE
                : LaneLight.shown(view).orElse(LaneLight.of(view.lane()));
        Pattern next = pattern(state);
        if (!next.equals(shown)) {
            shown = next;
            light.tell(machine -> machine.show(next));
        }
    }

    /**
     * Green: come here. Yellow: somebody is on the way. Red: no service; blinking, a human is wanted (sheet lane-light,
     * section 1). Blinking differs from steady red also for people who see no red.
     */
    public static Pattern pattern(LaneLight state) {
        return switch (state) {
            case READY, IN_USE -> new Pattern(Lamp.ON, Lamp.OFF, Lamp.OFF);
            case HELP_WANTED -> new Pattern(Lamp.OFF, Lamp.OFF, Lamp.BLINKING);
            case HELP_COMING -> new Pattern(Lamp.OFF, Lamp.ON, Lamp.OFF);
            case CLOSED, OUT_OF_SERVICE -> new Pattern(Lamp.OFF, Lamp.OFF, Lamp.ON);
        };
    }
}
