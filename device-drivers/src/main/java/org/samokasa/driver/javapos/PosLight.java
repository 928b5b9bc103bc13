package org.samokasa.driver.javapos;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import jpos.JposException;
import jpos.LightsConst;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Light;

/** JavaPOS lights, one light number for each colour of the pole. */
final class PosLight extends PosDevice implements Light {
    /** On and off time: once a second, far below what endangers people with photosensitive epilepsy (WCAG 2.3.1). */
    private static final int BLINK_MILLIS = 500;

    /** The colours, with the light numbers they usually have from the top of a pole, from 1. */
    enum Colour {
        RED,
        YELLOW,
        GREEN;

        private Lamp in(Pattern pattern) {
            return switch (this) {
                case RED -> pattern.red();
                case YELLOW -> pattern.yellow();
                case GREEN -> pattern.green();
            };
        }
    }

    private final jpos.Lights control;
    private final Map<Colour, Integer> numbers;
    private volatile Pattern wanted = Pattern.DARK;

    /** @param numbers which light number has which colour */
    PosLight(DeviceName name, String logicalName, Map<Colour, Integer> numbers) {
        this(name, logicalName, numbers, new jpos.Lights());
    }

    private PosLight(DeviceName name, String logicalName, Map<Colour, Integer> numbers, jpos.Lights control) {
        super(name, logicalName, new PosLink(logicalName, control, () -> {}));
        this.control = control;
        this.numbers = new EnumMap<>(numbers);
        control.addStatusUpdateListener(event -> power(event.getStatus()));
    }

    @Override
    public void show(Pattern pattern) {
        wanted = pattern;
        if (link().isOpen()) {
            pos().call(this::set, this::failed);
        }
    }

    @Override
    protected void opened(Instant at) {
        super.opened(at);
        pos().call(this::set, this::failed);
    }

    private void set() throws JposException {
        Pattern pattern = wanted;
        boolean blinks = control.getCapBlink();
        for (Map.Entry<Colour, Integer> each : numbers.entrySet()) {
            Lamp lamp = each.getKey().in(pattern);
            if (lamp == Lamp.OFF) {
                control.switchOff(each.getValue());
            } else {
                // Both 0 is steady.
                int millis = blinks && lamp == Lamp.BLINKING ? BLINK_MILLIS : 0;
                control.switchOn(
                        each.getValue(), millis, millis, LightsConst.LGT_COLOR_PRIMARY, LightsConst.LGT_ALARM_NOALARM);
            }
        }
    }
}
